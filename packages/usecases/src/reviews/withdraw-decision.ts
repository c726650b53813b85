import { rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText, passwordField } from "../kernel/texts.ts";
import { pinnedPolicy } from "../policies/pinned.ts";
import { reviewScope } from "./scope.ts";
import { openStates } from "./states.ts";

/** A signer takes their own signature back while the review is open. It stays in the record, struck through. */
export const withdrawDecision = command({
  name: "decision.withdraw",
  input: z.strictObject({ reviewId: idText, reason: longText(4000, 10), ...passwordField }),
  reauthenticate: true,
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round }, input) {
    const by = run.known.personId ?? "";
    if (!openStates.has(review.state))
      run.refuse({ kind: "wrong_state", what: "review", state: review.state, wanted: [...openStates] });
    const [decision] = await rows(run.tx, "decision", { round_id: round.id, person_id: by, state: "valid" });
    if (!decision) return run.refuse({ kind: "not_found", what: msg("your signature in this round") });
    await run.update("decision", decision.id, { state: "withdrawn", ended_at: run.at }, { state: "valid" });
    const { policy } = await pinnedPolicy(run.tx, review);
    if (
      decision.act === "recommend" &&
      review.state === "pending_approval" &&
      policy.signOffs.some((signOff) => signOff.act === "recommend")
    ) {
      await run.update("review", review.id, { state: "in_validation" }, { state: "pending_approval" });
    }
    run.record("decision.withdrawn", `review:${review.id}`, { reason: await run.hide("reason", input.reason) });
    return { decisionId: decision.id, state: "withdrawn" };
  },
});
