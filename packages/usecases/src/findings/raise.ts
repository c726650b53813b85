import { rows } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText, lineText, longText } from "../kernel/texts.ts";
import { openStates } from "../reviews/states.ts";
import { reviewScope } from "../reviews/scope.ts";

/** Raises a defect of the model, owned by whoever asked for the review. High and critical ones block until closed. */
export const raiseFinding = command({
  name: "finding.raise",
  input: z.strictObject({
    reviewId: idText,
    title: lineText(200),
    body: longText(10_000),
    severity: z.enum(["low", "medium", "high", "critical"]),
  }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round }, input) {
    const by = personOf(run);
    if (!openStates.has(review.state))
      run.refuse({ kind: "wrong_state", what: "review", state: review.state, wanted: [...openStates] });
    const earlier = await rows(run.tx, "finding", { review_id: review.id });
    const id = run.deps.id("fnd");
    await run.insert("finding", {
      id,
      review_id: review.id,
      round_id: round.id,
      number: earlier.length + 1,
      severity: input.severity,
      state: "open",
      title: await run.hide("title", input.title),
      body: await run.hide("body", input.body),
      raised_by: by,
      owner_id: review.requested_by,
      answer: null,
      answered_by: null,
      resolution: null,
      closed_by: null,
      raised_at: run.at,
      answered_at: null,
      closed_at: null,
    });
    run.record("finding.raised", `review:${review.id}`);
    return { findingId: id, number: earlier.length + 1 };
  },
});
