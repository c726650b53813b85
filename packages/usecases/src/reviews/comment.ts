import { sections } from "@countersign/record";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText, longText } from "../kernel/texts.ts";
import { reviewScope } from "./scope.ts";

/** A remark in the discussion of a review; it changes no evidence. */
export const commentOnReview = command({
  name: "review.comment",
  input: z.strictObject({
    reviewId: idText,
    section: z.enum(sections).nullable().default(null),
    body: longText(10_000),
  }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round }, input) {
    const by = personOf(run);
    const id = run.deps.id("cmt");
    await run.insert("comment", {
      id,
      review_id: review.id,
      round_id: round.id,
      person_id: by,
      section: input.section,
      body: await run.hide("comment", input.body),
      written_at: run.at,
    });
    run.record("review.commented", `review:${review.id}`);
    return { commentId: id };
  },
});
