import { z } from "zod";
import { practise } from "./act.ts";
import { keepWork } from "./kept.ts";

/** Begins the practice anew. That somebody has practised before stays. */
export const practiseAgain = practise({
  command: "review.mark",
  input: z.strictObject({}),
  async run({ db, person }) {
    await keepWork(db, person, {});
    return {};
  },
});
