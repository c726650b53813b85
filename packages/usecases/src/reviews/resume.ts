import { rows } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { pinnedPolicy } from "../policies/pinned.ts";
import { openRound } from "./round.ts";
import { reviewScope } from "./scope.ts";
import { openStates } from "./states.ts";

/** Opens a new round: the checks run again and earlier decisions no longer count. Content has not changed: that would be a new version. */
export const resumeReview = command({
  name: "review.resume",
  input: z.strictObject({ reviewId: idText, why: longText(4000, 10) }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round, model, environment }, input) {
    if (review.state !== "changes_requested")
      run.refuse({ kind: "wrong_state", what: "review", state: review.state, wanted: ["changes_requested"] });
    const { policy } = await pinnedPolicy(run.tx, review);
    for (const decision of await rows(run.tx, "decision", { round_id: round.id, state: "valid" })) {
      await run.update("decision", decision.id, { state: "superseded", ended_at: run.at }, { state: "valid" });
    }
    for (const set of await rows(run.tx, "condition_set", { review_id: review.id, state: "proposed" })) {
      await run.update("condition_set", set.id, { state: "superseded" }, { state: "proposed" });
      for (const condition of await rows(run.tx, "condition", { set_id: set.id, state: "proposed" })) {
        await run.update("condition", condition.id, { state: "superseded" }, { state: "proposed" });
      }
    }
    const moved = await run.update(
      "review",
      review.id,
      { state: "in_validation", round: review.round + 1 },
      { state: "changes_requested" },
    );
    await openRound(run, { review: moved, number: moved.round, policy, model, environment });
    run.record("review.round_opened", `review:${review.id}`, { why: await run.hide("why", input.why) });
    return { reviewId: review.id, round: moved.round };
  },
});

/** Whoever asked for a review takes it back. The version stays; asking again opens another review. */
export const withdrawReview = command({
  name: "review.withdraw",
  input: z.strictObject({ reviewId: idText, reason: longText(4000, 10) }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round }, input) {
    if (!openStates.has(review.state))
      run.refuse({ kind: "wrong_state", what: "review", state: review.state, wanted: [...openStates] });
    await run.update("review", review.id, { state: "withdrawn", ended_at: run.at }, { state: review.state });
    if (["gathering", "sealed"].includes(round.state))
      await run.update("round", round.id, { state: "closed", closed_at: run.at }, { state: round.state });
    run.record("review.withdrawn", `review:${review.id}`, { reason: await run.hide("reason", input.reason) });
    return { reviewId: review.id, state: "withdrawn" };
  },
});
