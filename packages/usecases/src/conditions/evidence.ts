import { row } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { requireIndependence } from "../reviews/independence.ts";
import { reviewScope } from "../reviews/scope.ts";

async function conditionScope(run: Run, conditionId: string) {
  const before = await row(run.tx, "condition", conditionId);
  const scope = before ? await reviewScope(run, before.review_id) : null;
  const condition = await row(run.tx, "condition", conditionId);
  return scope && condition ? { ...scope, condition } : null;
}

/** The owner of a condition says how it has been met. */
export const giveConditionEvidence = command({
  name: "condition.give_evidence",
  input: z.strictObject({ conditionId: idText, evidence: longText(10_000) }),
  load: (run, input) => conditionScope(run, input.conditionId),
  async run(run, { review, condition }, input) {
    if (condition.owner_id !== run.known.personId) run.refuse({ kind: "not_yours", what: "condition" });
    if (condition.state !== "in_force")
      run.refuse({ kind: "wrong_state", what: "condition", state: condition.state, wanted: ["in_force"] });
    await run.update(
      "condition",
      condition.id,
      {
        state: "evidence_given",
        evidence: await run.hide("evidence", input.evidence),
        given_by: run.known.personId,
        given_at: run.at,
      },
      { state: "in_force" },
    );
    run.record("condition.evidence_given", `review:${review.id}`);
    return { conditionId: condition.id, state: "evidence_given" };
  },
});

/** A validator other than the owner accepts the evidence, or sends it back. */
export const acceptCondition = command({
  name: "condition.accept",
  input: z.strictObject({ conditionId: idText, accept: z.boolean().default(true) }),
  load: (run, input) => conditionScope(run, input.conditionId),
  async run(run, { review, version, condition }, input) {
    if (condition.state !== "evidence_given")
      run.refuse({ kind: "wrong_state", what: "condition", state: condition.state, wanted: ["evidence_given"] });
    // Evidence is the owner's to give, so that whoever gave it is refused with the owner.
    const by = run.known.personId;
    if (by === condition.owner_id)
      run.refuse({ kind: "needs_second_person", why: msg("Whoever owns a condition cannot accept its evidence.") });
    await requireIndependence(run, version.id);
    const state = input.accept ? "accepted" : "in_force";
    await run.update(
      "condition",
      condition.id,
      input.accept ? { state, accepted_by: by, accepted_at: run.at } : { state },
      { state: "evidence_given" },
    );
    run.record("condition.accepted", `review:${review.id}`);
    return { conditionId: condition.id, state };
  },
});
