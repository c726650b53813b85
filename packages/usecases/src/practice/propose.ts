import { z } from "zod";
import { conditionFields, requireDeciding, requireProposable } from "../conditions/propose.ts";
import { practise } from "./act.ts";
import { keepWork } from "./kept.ts";

/** Proposes the one set of conditions of the sample, in place of the set before it. */
export const proposeInPractice = practise({
  command: "condition.propose",
  input: z.strictObject(conditionFields),
  async run(practising, { conditions }) {
    const { facts } = practising.scene;
    const { work } = practising.kept;
    requireDeciding(practising, facts.review);
    if (work.signed) practising.refuse({ kind: "already_decided", act: work.signed.act });
    requireProposable(practising, facts.pinned.policy, { conditions }, facts.activePeople);
    await keepWork(practising.db, practising.person, { ...work, conditions });
    return { proposed: conditions.length };
  },
});
