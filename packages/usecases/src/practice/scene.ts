import type { Row } from "@countersign/db";
import { type CheckResult, judge, reviewMoves, type Role } from "@countersign/domain";
import { conditionsDigest, documentDigest, evidenceDocument } from "@countersign/record";
import type { ReviewFacts } from "../reviews/facts.ts";
import { sampleFiles } from "./sample/files.ts";
import { samplePolicy } from "./sample/policy.ts";
import { sampleResults } from "./sample/results.ts";
import { roleOf, sampleRows } from "./sample/rows.ts";
import type { Work } from "./work.ts";

/** A practice of one person: the facts that the rules look at, and what the page shows around them. */
export interface Scene {
  facts: ReviewFacts;
  base: Row<"version">;
  baseResults: Map<string, CheckResult>;
  marks: Row<"section_mark">[];
  /** What the person wrote, by the name that a row holds in place of a digest. */
  texts: Record<string, string>;
}

/** The sample as it stands for somebody who practises in a role and has come so far. Read by the same rules as any review. */
export function sceneOf(person: string, role: Role, at: string, work: Work): Scene {
  const policy = samplePolicy(role);
  const policySha256 = documentDigest(policy);
  const { model, environment, base, version, review, contributors } = sampleRows(at);
  const [championFiles, files] = [sampleFiles(base.id), sampleFiles(version.id)];
  const results = sampleResults("now", policy.checks, files, championFiles);
  const opened = review.requested_at;
  const unsealed: Row<"round"> = {
    id: "rnd_practice",
    review_id: review.id,
    number: 1,
    state: "sealed",
    base_version_id: base.id,
    evidence_sha256: null,
    opened_at: opened,
    sealed_at: opened,
    closed_at: null,
  };
  const checkRuns = policy.checks.map((rule): Row<"check_run"> => {
    const result = results.get(rule.check);
    const judged = judge(rule, result);
    return {
      id: `chk_practice_${rule.check.replaceAll(".", "_")}`,
      review_id: review.id,
      round_id: unsealed.id,
      check_key: rule.check,
      attempt: 1,
      state: "ended",
      status: result?.status ?? null,
      verdict: judged.verdict,
      outcome: judged.outcome,
      result_sha256: result ? documentDigest(result) : null,
      queued_at: opened,
      ended_at: opened,
    };
  });
  const evidence = evidenceDocument({
    review,
    round: unsealed,
    version,
    model,
    environment,
    policySha256,
    base,
    runs: checkRuns,
    files,
  });
  const sealed = { ...unsealed, evidence_sha256: documentDigest(evidence) };
  const { set, conditions, texts } = proposed(person, sealed, at, work);
  const decisions = signed(person, role, sealed, set, work);
  const given = work.signed;
  const ends = given?.act === "request_changes" || given?.act === "reject";
  const facts: ReviewFacts = {
    review: given ? concluded(review, given) : begun(review, policy.signOffs.some((one) => one.act === "recommend")),
    round: ends ? { ...sealed, state: "closed", closed_at: given.at } : sealed,
    version,
    model,
    environment,
    pinned: { policy, revision: revisionOf(review, policySha256) },
    evidence,
    evidenceNow: documentDigest(evidence),
    champion: base.id,
    championFiles,
    contributors,
    files,
    checkRuns,
    results,
    decisions,
    conditionSet: set,
    conditions,
    findings: [],
    assignments: [],
    approval: null,
    rolesInForce: new Map<string, string[]>([[person, [role]], ...roleOf(role)]),
    activePeople: new Set([person, ...roleOf(role).map(([id]) => id)]),
  };
  const marks = Object.entries(work.marks ?? {}).map(
    ([section, content_sha256]): Row<"section_mark"> => ({
      id: `mrk_practice_${section}`,
      review_id: review.id,
      round_id: sealed.id,
      person_id: person,
      section,
      content_sha256,
      state: "valid",
      marked_at: at,
    }),
  );
  return {
    facts,
    base,
    baseResults: sampleResults("before", policy.checks, championFiles, []),
    marks,
    texts: { ...texts, ...(work.signed?.reason ? { reason: work.signed.reason } : {}) },
  };
}

/** Sealed, and without a recommendation to wait for it is the approvers' turn. */
const begun = (review: Row<"review">, recommends: boolean): Row<"review"> =>
  recommends ? review : { ...review, state: reviewMoves.await_approval.to };

/** What a decision does to the review. The sample asks for two signatures, so that no approval ends it. */
function concluded(review: Row<"review">, { act, at }: NonNullable<Work["signed"]>): Row<"review"> {
  if (act === "approve" || act === "approve_with_conditions") return begun(review, false);
  return { ...review, state: reviewMoves[act].to, ended_at: act === "reject" ? at : null };
}

const revisionOf = ({ policy_revision_id, workspace_id, requested_at }: Row<"review">, sha256: string) =>
  ({
    id: policy_revision_id,
    policy_id: "pol_practice",
    workspace_id,
    number: 1,
    sha256,
    state: "published",
    proposed_by: "usr_practice_owner",
    confirmed_by: "usr_practice_signer",
    proposed_at: requested_at,
    published_at: requested_at,
    ended_at: null,
  }) satisfies Row<"policy_revision">;

function proposed(
  person: string,
  round: Row<"round">,
  at: string,
  { conditions: terms = [] }: Work,
): { set: Row<"condition_set"> | null; conditions: Row<"condition">[]; texts: Record<string, string> } {
  const items = terms.map(({ ownerId, dueAt, blocking, covers }, i) => ({
    id: `cnd_practice_${i + 1}`,
    number: i + 1,
    text: `condition ${i + 1}`,
    covers: covers.toSorted(),
    owner_id: ownerId,
    due_at: dueAt,
    blocking,
  }));
  const texts = Object.fromEntries(terms.map(({ text }, i) => [`condition ${i + 1}`, text]));
  if (items.length === 0) return { set: null, conditions: [], texts };
  const set: Row<"condition_set"> = {
    id: "cst_practice",
    review_id: round.review_id,
    round_id: round.id,
    revision: 1,
    // What they say stands in no disclosure, so it is signed as it is.
    sha256: conditionsDigest(items.map((item) => ({ ...item, text: texts[item.text] ?? "" }))),
    state: "proposed",
    proposed_by: person,
    proposed_at: at,
  };
  const untouched = { evidence: null, given_by: null, given_at: null, accepted_by: null, accepted_at: null };
  return {
    set,
    conditions: items.map((item) => ({
      ...item,
      ...untouched,
      review_id: round.review_id,
      set_id: set.id,
      state: "proposed",
    })),
    texts,
  };
}

function signed(
  person: string,
  role: Role,
  round: Row<"round">,
  set: Row<"condition_set"> | null,
  { signed: given }: Work,
): Row<"decision">[] {
  if (!given) return [];
  return [
    {
      id: "dec_practice",
      review_id: round.review_id,
      round_id: round.id,
      person_id: person,
      role,
      act: given.act,
      evidence_sha256: round.evidence_sha256 ?? "",
      conditions_sha256: set?.sha256 ?? null,
      statement_sha256: "",
      reason: given.reason ? "reason" : null,
      state: "valid",
      authenticated_at: given.at,
      signed_at: given.at,
      ended_at: null,
    },
  ];
}
