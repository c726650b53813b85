import { computeTier, parseTierAnswers, stricter } from "@countersign/domain";
import type { StrictJson } from "@countersign/record";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { staleApprovals } from "../approvals/stale.ts";
import { modelScope } from "./scope.ts";

/**
 * Puts a model into a risk tier: computed from answers, and raised by hand with a reason where wanted.
 * By hand a tier is never lowered below what the answers give.
 */
export const tierModel = command({
  name: "model.tier",
  input: z.strictObject({
    modelId: idText,
    /** Question → score from 0 to 4, and circumstances: `tierQuestions` and `tierCircumstances` of the domain. */
    answers: z.record(z.string(), z.unknown()),
    raiseTo: z.strictObject({ tier: z.enum(["T1", "T2", "T3", "T4"]), reason: longText(4000, 20) }).optional(),
  }),
  load: (run, input) => modelScope(run, input.modelId),
  async run(run, { model }, { answers, raiseTo }) {
    if (["rejected", "retired"].includes(model.state))
      run.refuse({
        kind: "wrong_state",
        what: "model",
        state: model.state,
        wanted: ["proposed", "registered", "active"],
      });
    const parsed = parseTierAnswers(answers);
    if (!parsed.ok) return run.refuse({ kind: "invalid_input", problems: parsed.problems });
    const computed = computeTier(parsed.answers);
    const tier = raiseTo ? stricter(raiseTo.tier, computed.tier) : computed.tier;
    if (raiseTo && tier !== raiseTo.tier) {
      run.refuse({
        kind: "invalid_input",
        problems: [
          {
            path: "raiseTo.tier",
            text: msg("the answers give {tier}; by hand a tier can only be raised"),
            values: { tier: computed.tier },
          },
        ],
      });
    }
    await run.update(
      "model",
      model.id,
      { tier, tier_answers: parsed.answers as unknown as StrictJson },
      { state: model.state },
    );
    const reasons = raiseTo ? await run.hide("reason", raiseTo.reason) : computed.reasons.join("; ").slice(0, 2000);
    run.record("model.tiered", `model:${model.id}`, { reasons });
    if (tier !== model.tier) await staleApprovals(run, model, tier);
    return { modelId: model.id, tier, reasons: computed.reasons };
  },
});
