import { type Row, rows } from "@countersign/db";
import type { PolicyDocument } from "@countersign/domain";
import { conditionsDigest } from "@countersign/record";
import { msg, type PlaceProblem } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText, instantText, lineText, longText } from "../kernel/texts.ts";
import { pinnedPolicy } from "../policies/pinned.ts";
import { requireIndependence } from "../reviews/independence.ts";
import { reviewScope } from "../reviews/scope.ts";

/** Between rounds there is nothing that conditions could be attached to. */
const deciding: readonly string[] = ["in_validation", "pending_approval"];

const conditionInput = z.strictObject({
  text: longText(4000, 10),
  ownerId: idText,
  dueAt: instantText,
  blocking: z.boolean().default(true),
  covers: z.array(lineText(100)).max(50).default([]),
});
export type ProposedCondition = z.output<typeof conditionInput>;
export const conditionFields = { conditions: z.array(conditionInput).max(20) };

/**
 * Proposes the one set of conditions of a round. It replaces the set before it, and decisions that signed that
 * one no longer count: they are superseded by the system, never in the signer's name.
 */
export const proposeConditions = command({
  name: "condition.propose",
  input: z.strictObject({ reviewId: idText, ...conditionFields }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round, version }, input) {
    const by = personOf(run);
    requireDeciding(run, review);
    await requireIndependence(run, version.id);
    const { policy } = await pinnedPolicy(run.tx, review);
    const active = await rows(run.tx, "person", {
      id: input.conditions.map(({ ownerId }) => ownerId),
      state: "active",
    });
    requireProposable(run, policy, input, new Set(active.map(({ id }) => id)));
    await supersede(run, review.id, round.id);
    if (review.state === "pending_approval" && policy.signOffs.some((signOff) => signOff.act === "recommend")) {
      await run.update("review", review.id, { state: "in_validation" }, { state: review.state });
    }
    if (input.conditions.length === 0) {
      run.record("condition.proposed", `review:${review.id}`);
      return { setId: null, sha256: null };
    }
    const setId = run.deps.id("cst");
    const items = [];
    for (const [index, condition] of input.conditions.entries()) {
      items.push({
        id: run.deps.id("cnd"),
        number: index + 1,
        text: await run.hide("condition", condition.text),
        covers: condition.covers.toSorted(),
        owner_id: condition.ownerId,
        due_at: condition.dueAt,
        blocking: condition.blocking,
      });
    }
    const sha256 = conditionsDigest(items);
    const earlier = await rows(run.tx, "condition_set", { review_id: review.id });
    await run.insert("condition_set", {
      id: setId,
      review_id: review.id,
      round_id: round.id,
      revision: earlier.length + 1,
      sha256,
      state: "proposed",
      proposed_by: by,
      proposed_at: run.at,
    });
    await run.insertAll(
      "condition",
      items.map((item) => ({
        ...item,
        review_id: review.id,
        set_id: setId,
        state: "proposed",
        evidence: null,
        given_by: null,
        given_at: null,
        accepted_by: null,
        accepted_at: null,
      })),
    );
    run.record("condition.proposed", `review:${review.id}`);
    return { setId, sha256 };
  },
});

export function requireDeciding(run: Pick<Run, "refuse">, review: Pick<Row<"review">, "state">): void {
  if (!deciding.includes(review.state))
    run.refuse({ kind: "wrong_state", what: "review", state: review.state, wanted: [...deciding] });
}

/** Refuses conditions that the policy does not allow, that nobody here would owe, or that are due at no time it allows. */
export function requireProposable(
  run: Pick<Run, "at" | "refuse">,
  policy: PolicyDocument,
  input: { conditions: readonly ProposedCondition[] },
  activePeople: ReadonlySet<string>,
): void {
  if (!policy.conditions.allowed && input.conditions.length > 0) run.refuse({ kind: "conditions_closed" });
  const problems: PlaceProblem[] = [];
  const latest = Date.parse(run.at) + policy.conditions.maxDays * 86_400_000;
  for (const [index, condition] of input.conditions.entries()) {
    if (!activePeople.has(condition.ownerId))
      problems.push({ path: `conditions.${index}.ownerId`, text: msg("is nobody here") });
    if (Date.parse(condition.dueAt) <= Date.parse(run.at))
      problems.push({ path: `conditions.${index}.dueAt`, text: msg("is in the past") });
    if (Date.parse(condition.dueAt) > latest)
      problems.push({
        path: `conditions.${index}.dueAt`,
        text: msg("is later than the {n} days that the policy allows"),
        values: { n: String(policy.conditions.maxDays) },
      });
  }
  if (problems.length > 0) run.refuse({ kind: "invalid_input", problems });
}

/** Ends the standing set with its conditions, and the decisions that were signed on it. */
async function supersede(run: Run, reviewId: string, roundId: string): Promise<void> {
  for (const set of await rows(run.tx, "condition_set", { review_id: reviewId, state: "proposed" })) {
    await run.update("condition_set", set.id, { state: "superseded" }, { state: "proposed" });
    for (const condition of await rows(run.tx, "condition", { set_id: set.id, state: "proposed" })) {
      await run.update("condition", condition.id, { state: "superseded" }, { state: "proposed" });
    }
  }
  for (const decision of await rows(run.tx, "decision", { round_id: roundId, state: "valid" })) {
    await run.update("decision", decision.id, { state: "superseded", ended_at: run.at }, { state: "valid" });
  }
}
