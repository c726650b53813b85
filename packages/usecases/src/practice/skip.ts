import { sql } from "@countersign/db";
import { z } from "zod";
import { practise } from "./act.ts";

/** Puts the offer away for good, or takes that back. Whoever has practised is offered nothing anyway. */
export const skipPractice = practise({
  command: "review.mark",
  input: z.strictObject({ skip: z.boolean() }),
  async run({ db, person }, { skip }) {
    await db.execute(sql`
      update ops.practice set state = ${skip ? "skipped" : "offered"} where person_id = ${person} and state <> 'done'`);
    return { skip };
  },
});
