import { mayDecide, meaningOf, refusalOf, type Role, signOffFor } from "@countersign/domain";
import { row, type Row, rows } from "@countersign/db";
import { sectionHashes, sections } from "@countersign/record";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { signerOf } from "../kernel/person.ts";
import { idText, longText, passwordField, sha256Text } from "../kernel/texts.ts";
import { concludeReview } from "./conclude.ts";
import type { ReviewFacts } from "./facts.ts";
import { holdStill } from "./hold-still.ts";
import { evaluateInput } from "./rules.ts";
import { reviewScope } from "./scope.ts";
import { keepStatement } from "./statement.ts";

const base = {
  reviewId: idText,
  /** What the person saw: the decision is refused if the evidence or the conditions have changed since. */
  evidenceSha256: sha256Text,
  conditionsSha256: sha256Text.nullable().default(null),
  ...passwordField,
};

/** The validator recommends approval of the sealed evidence, with the conditions as proposed. Signed. */
export const recommendReview = command({
  name: "review.recommend",
  input: z.strictObject({ ...base, reason: longText(10_000, 20) }),
  reauthenticate: true,
  load: (run, input) => reviewScope(run, input.reviewId),
  run: async (run, scope, input) => sign(run, await holdStill(run, scope), "recommend", input),
});

/** An approver approves, approves with the proposed conditions, or rejects. Signed; once per round. */
export const decideReview = command({
  name: "review.decide",
  input: z.strictObject({
    ...base,
    act: z.enum(["approve", "approve_with_conditions", "reject"]),
    reason: longText(10_000).nullable().default(null),
  }),
  reauthenticate: true,
  load: (run, input) => reviewScope(run, input.reviewId),
  run: async (run, scope, input) => sign(run, await holdStill(run, scope), input.act, input),
});

/** A signer asks for changes: the round ends, and a new one begins when the developers have answered. Signed. */
export const requestChanges = command({
  name: "review.request_changes",
  input: z.strictObject({ ...base, reason: longText(10_000, 20) }),
  reauthenticate: true,
  load: (run, input) => reviewScope(run, input.reviewId),
  run: async (run, scope, input) => sign(run, await holdStill(run, scope), "request_changes", input),
});

export type DecisionAct = "recommend" | "approve" | "approve_with_conditions" | "request_changes" | "reject";

interface SignInput {
  evidenceSha256: string;
  conditionsSha256: string | null;
  reason: string | null;
}

async function sign(run: Run, facts: ReviewFacts, act: DecisionAct, input: SignInput) {
  const { by, authenticatedAt } = signerOf(run);
  // In set-up one administrator may have given every role, and knows the passwords: nobody signs before the instance is live.
  if (run.deps.origin === "live" && (await row(run.tx, "instance", "instance"))?.state !== "live")
    run.refuse({ kind: "not_live" });
  const { review, round, conditionSet } = facts;
  const marks = await rows(run.tx, "section_mark", { review_id: review.id, person_id: by, state: "valid" });
  const { role, meaning } = requireSignable(run, facts, { by, act, marks, input });
  const reason = input.reason ? await run.hide("reason", input.reason) : null;
  const signed = { person_id: by, role, act, reason, authenticated_at: authenticatedAt, signed_at: run.at };
  await run.insert("decision", {
    ...signed,
    id: run.deps.id("dec"),
    review_id: review.id,
    round_id: round.id,
    evidence_sha256: input.evidenceSha256,
    conditions_sha256: conditionSet?.sha256 ?? null,
    statement_sha256: await keepStatement(run, facts, signed, meaning),
    state: "valid",
    ended_at: null,
  });
  const state = await concludeReview(run, facts, act);
  return { reviewId: review.id, state, url: `${run.deps.portalUrl}/reviews/${review.id}` };
}

interface Signing {
  by: string;
  act: DecisionAct;
  /** The signer's own that stand. */
  marks: readonly Pick<Row<"section_mark">, "section" | "content_sha256">[];
  input: SignInput;
}

/** Refuses a signature that may not be given on these facts, or answers the capacity in which it is given. */
export function requireSignable(
  run: Pick<Run, "at" | "refuse">,
  facts: ReviewFacts,
  { by, act, marks, input }: Signing,
): { role: Role; meaning: string } {
  const { round, conditionSet } = facts;
  const signOff = signOffFor(facts.pinned.policy, facts.rolesInForce.get(by) ?? [], act);
  const role = (signOff?.role ?? "approver") as Role;
  const verdict = mayDecide(evaluateInput(facts, run.at), { person: by, role, act });
  if (!verdict.ok) run.refuse(refusalOf(verdict.reason));
  if (round.evidence_sha256 !== input.evidenceSha256) run.refuse({ kind: "stale_evidence", what: "evidence" });
  if ((conditionSet?.sha256 ?? null) !== input.conditionsSha256)
    run.refuse({ kind: "stale_evidence", what: "conditions" });
  if (act !== "reject" && act !== "request_changes") requireSectionsRead(run, facts, marks);
  if (needsReason(facts, act) && (input.reason ?? "").length < 20) {
    run.refuse({
      kind: "invalid_input",
      problems: [{ path: "reason", text: msg("needs at least 20 characters: something here is not a plain pass") }],
    });
  }
  return { role, meaning: meaningOf(signOff, act) };
}

/** Every section of the evidence bears the person's mark at its present content. */
function requireSectionsRead(run: Pick<Run, "refuse">, facts: ReviewFacts, marks: Signing["marks"]): void {
  const hashes = facts.evidence && sectionHashes(facts.evidence);
  const unread = sections.filter(
    (section) => !marks.some((mark) => mark.section === section && mark.content_sha256 === hashes?.[section]),
  );
  if (unread.length > 0) run.refuse({ kind: "sections_unread", sections: unread });
}

/** A reason is asked wherever something is not a plain pass (ux 6.2, 4). */
function needsReason(facts: ReviewFacts, act: DecisionAct): boolean {
  return (
    act !== "approve" ||
    facts.checkRuns.some(
      (checkRun) => checkRun.verdict !== "pass" && checkRun.outcome !== null && checkRun.outcome !== "informs",
    )
  );
}
