import type { Row } from "@countersign/db";
import { reviewMoves, type Role } from "@countersign/domain";
import { conditionsDigest } from "@countersign/record";
import type { Work } from "./work.ts";

type Round = Row<"round">;

/** The marks of a person, as rows that no table holds. */
export const marksOf = (person: string, { id, review_id }: Round, at: string, work: Work): Row<"section_mark">[] =>
  Object.entries(work.marks ?? {}).map(([section, content_sha256]) => ({
    id: `mrk_practice_${section}`,
    review_id,
    round_id: id,
    person_id: person,
    section,
    content_sha256,
    state: "valid",
    marked_at: at,
  }));

interface Proposed {
  conditionSet: Row<"condition_set"> | null;
  conditions: Row<"condition">[];
  /** What they say, by the name that their rows hold in place of a digest. */
  texts: Record<string, string>;
}

/** The conditions that a person has proposed. */
export function proposedBy(person: string, round: Round, at: string, work: Work): Proposed {
  const terms = (work.conditions ?? []).map(({ text, ownerId, dueAt, blocking, covers }, i) => ({
    id: `cnd_practice_${i + 1}`,
    number: i + 1,
    text,
    covers: covers.toSorted(),
    owner_id: ownerId,
    due_at: dueAt,
    blocking,
  }));
  if (terms.length === 0) return { conditionSet: null, conditions: [], texts: {} };
  const set: Row<"condition_set"> = {
    id: "cst_practice",
    review_id: round.review_id,
    round_id: round.id,
    revision: 1,
    sha256: conditionsDigest(terms),
    state: "proposed",
    proposed_by: person,
    proposed_at: at,
  };
  const untouched = { evidence: null, given_by: null, given_at: null, accepted_by: null, accepted_at: null };
  const conditions = terms.map((term) => ({
    ...term,
    ...untouched,
    text: `condition ${term.number}`,
    review_id: round.review_id,
    set_id: set.id,
    state: "proposed",
  }));
  return {
    conditionSet: set,
    conditions,
    texts: Object.fromEntries(terms.map(({ number, text }) => [`condition ${number}`, text])),
  };
}

/** The decision of a person, where they have given it. It is no signature: no statement is kept. */
export function decisionsOf(
  person: string,
  role: Role,
  round: Round,
  { conditionSet }: Proposed,
  { signed }: Work,
): Row<"decision">[] {
  if (!signed) return [];
  return [
    {
      id: "dec_practice",
      review_id: round.review_id,
      round_id: round.id,
      person_id: person,
      role,
      act: signed.act,
      evidence_sha256: round.evidence_sha256 ?? "",
      conditions_sha256: conditionSet?.sha256 ?? null,
      statement_sha256: "",
      reason: signed.reason === null ? null : "reason",
      state: "valid",
      authenticated_at: signed.at,
      signed_at: signed.at,
      ended_at: null,
    },
  ];
}

/** The review and its round after the decision. The sample asks for two signatures, so that no approval ends it. */
export function concluded(
  { review, round }: { review: Row<"review">; round: Round },
  recommends: boolean,
  { signed }: Work,
): { review: Row<"review">; round: Round } {
  if (!signed || signed.act === "approve" || signed.act === "approve_with_conditions") {
    // Sealed, and without a recommendation to wait for it is the approvers' turn.
    return { review: recommends ? review : { ...review, state: reviewMoves.await_approval.to }, round };
  }
  const { act, at } = signed;
  return {
    review: { ...review, state: reviewMoves[act].to, ended_at: act === "reject" ? at : null },
    round: act === "recommend" ? round : { ...round, state: "closed", closed_at: at },
  };
}
