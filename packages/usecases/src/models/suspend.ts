import { type Row, rows } from "@countersign/db";
import { z } from "zod";
import { protecting } from "../aliases/move.ts";
import { command, type Run } from "../kernel/command.ts";
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

/**
 * Lets a suspended model run again under the approvals that are still valid. Signed. One whose version stands under a
 * protected alias is active; one that runs nowhere is registered, as it was before it ran.
 */
export const restoreModel = command({
  name: "model.restore",
  input,
  reauthenticate: true,
  load: (run, { modelId }) => modelScope(run, modelId),
  async run(run, { model }, { reason }) {
    const runs = model.state !== "suspended" || (await isInUse(run, model));
    const state = nextState(run, model, runs ? "restore" : "reinstate");
    await run.update("model", model.id, { state }, { state: model.state });
    run.record("model.restored", `model:${model.id}`, { reason: await run.hide("reason", reason) });
    return { modelId: model.id, state };
  },
});

/** Whether an alias that an environment protects names a version of the model. */
async function isInUse({ tx }: Run, model: Row<"model">): Promise<boolean> {
  const environments = await rows(tx, "environment", { workspace_id: model.workspace_id });
  const aliases = await rows(tx, "alias", { model_id: model.id });
  return aliases.some(({ name }) => protecting(environments, name).length > 0);
}
