import type { Row } from "@countersign/db";
import type { CheckResult, ReviewView, SectionView, SignatureView, Tier } from "@countersign/domain";
import { sectionHashes, sections } from "@countersign/record";
import type { Ask } from "../kernel/query.ts";
import type { Disclosed, People } from "../people/names.ts";
import { metricChanges } from "../versions/results.ts";
import type { ReviewFacts } from "./facts.ts";
import { hidesFrom, isHideable } from "./hidden.ts";
import { verdictOf } from "./rules.ts";
import { reviewActions, yourSignOff } from "./view-actions.ts";
import { checkViews } from "./view-checks.ts";
import { missingViews, reasonViews } from "./view-verdict.ts";
import { assignmentViews, conditionViews, findingViews } from "./view-items.ts";

/** What stands around the facts that the rules look at: names, texts, what others said and did. */
export interface Surroundings extends Pick<
  ReviewView,
  "changes" | "alsoOpen" | "data" | "documents" | "history" | "since"
> {
  people: People;
  texts: Disclosed;
  comments: Row<"comment">[];
  /** Of every round, in the order in which they were signed. */
  decisions: Row<"decision">[];
  /** The printed meaning of each decision, by its id. */
  meanings: ReadonlyMap<string, string>;
  rounds: Row<"round">[];
  /** Those that stand. */
  marks: Row<"section_mark">[];
  /** Where a decision stands in the log, by its id. */
  recordedAs: ReadonlyMap<string, number>;
  base: Row<"version"> | null;
  /** What was measured of the version in production; null where nothing was. */
  baseResults: Map<string, CheckResult> | null;
  /** Where a running check stands, by its id. */
  progress: ReadonlyMap<string, string>;
}

/** The decision page of one person, made from facts that are at hand: reads nothing. */
export function composeView(
  { known, at, say }: Pick<Ask, "known" | "at" | "say">,
  facts: ReviewFacts,
  around: Surroundings,
): ReviewView {
  const { review, round, version, model, environment, pinned } = facts;
  const { people, texts, comments, base, baseResults } = around;
  const me = known.personId ?? "";
  const signatures = around.decisions.map((decision) => ({
    ...signatureView(decision, people, texts),
    meaning: around.meanings.get(decision.id) ?? null,
    round: around.rounds.find(({ id }) => id === decision.round_id)?.number ?? review.round,
    recordedAs: around.recordedAs.get(decision.id) ?? null,
  }));
  const mine =
    signatures.findLast((signature) => signature.person.id === me && signature.round === round.number) ?? null;
  const hide = hidesFrom(facts, me);
  const visible = signatures.filter(
    (signature) => !hide || signature.person.id === me || !isHideable(signature) || signature.round !== round.number,
  );
  const roles = known.rolesIn(review.workspace_id);
  const verdict = verdictOf(facts, at);
  const input = { facts, known, people, texts, say };
  return {
    id: review.id,
    practice: false,
    at,
    state: review.state,
    round: {
      id: round.id,
      number: round.number,
      state: round.state,
      openedAt: round.opened_at,
      sealedAt: round.sealed_at,
    },
    requestedAt: review.requested_at,
    requestedBy: people.get(review.requested_by),
    dueAt: review.due_at,
    endedAt: review.ended_at,
    model: {
      id: model.id,
      key: model.key,
      title: model.title,
      tier: review.tier as Tier,
      state: model.state,
      purpose: texts.text(model.purpose),
      task: model.task,
    },
    version: {
      id: version.id,
      number: version.number,
      label: version.label,
      identity: version.identity ?? "",
      description: texts.text(version.description),
      frozenAt: version.frozen_at ?? "",
    },
    environment: { key: environment.key, title: environment.title, aliases: environment.protects },
    policy: {
      key: pinned.policy.key,
      title: pinned.policy.title,
      revision: pinned.revision.number,
      sha256: pinned.revision.sha256,
      promotion: pinned.policy.promotion,
      validityDays: pinned.policy.validityDays,
      conditionsMaxDays: pinned.policy.conditions.maxDays,
    },
    evidenceSha256: round.evidence_sha256,
    conditionsSha256: facts.conditionSet?.sha256 ?? null,
    base: base ? { id: base.id, number: base.number, label: base.label } : null,
    alsoOpen: around.alsoOpen,
    checks: checkViews(facts, around.progress),
    metricChanges: baseResults ? metricChanges(pinned.policy.checks, baseResults, facts.results, say) : [],
    changes: around.changes,
    data: around.data,
    documents: around.documents,
    missingDocuments: pinned.policy.documents.filter((document) => !facts.files.some((file) => file.role === document)),
    contributors: facts.contributors.map((item) => ({
      id: item.id,
      kind: item.kind,
      person: people.get(item.person_id),
      address: texts.text(item.address),
    })),
    findings: findingViews(input),
    conditions: conditionViews(input),
    assignments: assignmentViews(facts, people, me, at),
    signatures: visible,
    hiddenSignatures: signatures.length - visible.length,
    comments: comments.map((item) => ({
      id: item.id,
      person: people.get(item.person_id),
      section: item.section,
      body: texts.text(item.body),
      at: item.written_at,
    })),
    sections: sectionViews(facts, around, me),
    since: around.since,
    verdict: {
      state: verdict.state,
      reasons: reasonViews(facts, at, say),
      turns: verdict.turns.map(({ role, act, count }) => ({ role, act, count })),
      missing: missingViews(facts, people, me, at),
    },
    approval: facts.approval && {
      id: facts.approval.id,
      state: facts.approval.state,
      grantedAt: facts.approval.granted_at,
      validUntil: facts.approval.valid_until,
    },
    people: [...facts.rolesInForce.keys()]
      .filter((id) => facts.activePeople.has(id))
      .map((id) => people.get(id))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    you: {
      person: people.get(me),
      roles,
      conflict: facts.contributors.some((item) => item.person_id === me)
        ? say("You built this version ({contributions}).", {
            contributions: facts.contributors
              .filter((item) => item.person_id === me)
              .map((item) => say.term(item.kind))
              .join(", "),
          })
        : null,
      signature: mine,
      signOff: yourSignOff(facts, roles),
      actions: reviewActions(facts, known, at, say),
    },
    history: around.history,
  };
}

function signatureView(
  decision: Row<"decision">,
  people: People,
  texts: Disclosed,
): Omit<SignatureView, "meaning" | "round" | "recordedAs"> {
  return {
    id: decision.id,
    person: people.get(decision.person_id),
    role: decision.role,
    act: decision.act,
    withConditions: decision.conditions_sha256 !== null,
    reason: texts.text(decision.reason),
    signedAt: decision.signed_at,
    state: decision.state,
    evidenceSha256: decision.evidence_sha256,
    statementSha256: decision.statement_sha256,
  };
}

function sectionViews(facts: ReviewFacts, { marks, rounds, people }: Surroundings, me: string): SectionView[] {
  if (!facts.evidence) return [];
  const numbers = new Map(rounds.map(({ id, number }) => [id, number]));
  const hashes = sectionHashes(facts.evidence);
  return sections.map((section) => {
    const here = marks.filter((mark) => mark.section === section);
    const carried = here
      .filter((mark) => mark.person_id === me && mark.content_sha256 === hashes[section])
      .map((mark) => ({ round: numbers.get(mark.round_id) ?? 0, at: mark.marked_at }))
      .filter(({ round }) => round < facts.round.number)
      .toSorted((a, b) => b.round - a.round)[0];
    return {
      section,
      sha256: hashes[section],
      reviewedByYou: here.some((mark) => mark.person_id === me && mark.content_sha256 === hashes[section]),
      changedSinceYourMark:
        here.some((mark) => mark.person_id === me) &&
        !here.some((mark) => mark.person_id === me && mark.content_sha256 === hashes[section]),
      carried: carried ?? null,
      reviewers: here
        .filter((mark) => mark.content_sha256 === hashes[section])
        .map((mark) => people.get(mark.person_id)),
    };
  });
}
