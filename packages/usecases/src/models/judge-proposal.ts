import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { modelScope } from "./scope.ts";
import { nextState } from "./next-state.ts";

/** Takes a proposed model into the inventory: it is a model in the sense of the policy. */
export const acceptModel = command({
  name: "model.accept",
  input: z.strictObject({ modelId: idText }),
  load: (run, input) => modelScope(run, input.modelId),
  async run(run, { model }) {
    const state = nextState(run, model, "accept");
    await run.update("model", model.id, { state }, { state: model.state });
    run.record("model.accepted", `model:${model.id}`);
    return { modelId: model.id, state };
  },
});

/** Refuses a proposal, with the reason: not a model, a duplicate, out of scope. */
export const rejectModel = command({
  name: "model.reject",
  input: z.strictObject({ modelId: idText, reason: longText(4000, 10) }),
  load: (run, input) => modelScope(run, input.modelId),
  async run(run, { model }, input) {
    const state = nextState(run, model, "reject");
    await run.update("model", model.id, { state }, { state: model.state });
    run.record("model.rejected", `model:${model.id}`, { reason: await run.hide("reason", input.reason) });
    return { modelId: model.id, state };
  },
});
