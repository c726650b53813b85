import { z } from "zod";
import { markFields, requireMarkable } from "../reviews/mark.ts";
import { practise } from "./act.ts";
import { keepWork } from "./kept.ts";

/** A person says that they have read a section of the sample. */
export const markInPractice = practise({
  command: "review.mark",
  input: z.strictObject(markFields),
  async run(practising, input) {
    const { facts } = practising.scene;
    requireMarkable(practising, facts.round, facts.round.state === "sealed" ? facts.evidence : null, input);
    const { [input.section]: _, ...others } = practising.kept.work.marks ?? {};
    const marks = input.reviewed ? { ...others, [input.section]: input.contentSha256 } : others;
    await keepWork(practising.db, practising.person, { ...practising.kept.work, marks });
    return { section: input.section, reviewed: input.reviewed };
  },
});
