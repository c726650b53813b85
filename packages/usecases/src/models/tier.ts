import { tierOf, tierAnswersProblem, type Tier } from "@countersign/domain";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { modelScope } from "./scope.ts";

/**
 * Puts a model into a risk tier: computed from answers, and raised by hand with a reason where wanted.
 * An override never lowers what the answers give.
 */
export const tierModel = command({
  name: "model.tier",
  input: z.strictObject({
    modelId: idText, answers: z.record(z.string().regex(/^[a-z0-9_]{1,40}$/), z.int().min(0).max(10)),
    override: z.strictObject({ tier: z.enum(["T1", "T2", "T3", "T4"]), reason: longText(4000, 20) }).optional(),
  }),
  load: (run, input) => modelScope(run, input.modelId),
  async run(run, { model }, { answers, override }) {
    if (["rejected", "retired"].includes(model.state)) run.refuse({ kind: "wrong_state", what: "model", state: model.state, wanted: ["proposed", "registered", "active"] });
    const problem = tierAnswersProblem(answers);
    if (problem) run.refuse({ kind: "invalid_input", problems: [problem] });
    const computed = tierOf(answers);
    const tier: Tier = override && override.tier < computed.tier ? override.tier : computed.tier;
    if (override && override.tier > computed.tier) {
      run.refuse({ kind: "invalid_input", problems: [{ path: "override.tier", text: `the answers give ${computed.tier}; by hand a tier can only be raised` }] });
    }
    await run.update("model", model.id, { tier, tier_answers: answers }, { state: model.state });
    const reasons = override ? await run.hide("reason", override.reason) : computed.reasons.join("; ").slice(0, 2000);
    run.record("model.tiered", `model:${model.id}`, { reasons });
    return { modelId: model.id, tier, reasons: computed.reasons };
  },
});
