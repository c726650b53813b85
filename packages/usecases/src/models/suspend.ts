import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText, passwordField } from "../kernel/texts.ts";
import { modelScope } from "./scope.ts";
import { nextState } from "./next-state.ts";

const input = z.strictObject({ modelId: idText, reason: longText(4000, 20), ...passwordField });

/** Stops a model: every gate answers deny from now on, whatever its approvals say. Signed. */
export const suspendModel = command({
  name: "model.suspend",
  input,
  reauthenticate: true,
  load: (run, { modelId }) => modelScope(run, modelId),
  async run(run, { model }, { reason }) {
    const state = nextState(run, model, "suspend");
    await run.update("model", model.id, { state }, { state: model.state });
    run.record("model.suspended", `model:${model.id}`, { reason: await run.hide("reason", reason) });
    return { modelId: model.id, state };
  },
});

/** Lets a suspended model run again under the approvals that are still valid. Signed. */
export const restoreModel = command({
  name: "model.restore",
  input,
  reauthenticate: true,
  load: (run, { modelId }) => modelScope(run, modelId),
  async run(run, { model }, { reason }) {
    const state = nextState(run, model, "restore");
    await run.update("model", model.id, { state }, { state: model.state });
    run.record("model.restored", `model:${model.id}`, { reason: await run.hide("reason", reason) });
    return { modelId: model.id, state };
  },
});
