import { row, type Row } from "@countersign/db";
import type { Run, Scope } from "../kernel/command.ts";

export interface ModelScope extends Scope {
  workspaceId: string;
  model: Row<"model">;
}

/** Locks and loads a model by id. */
export async function modelScope(run: Run, modelId: string): Promise<ModelScope | null> {
  await run.lock(`model:${modelId}`);
  const model = await row(run.tx, "model", modelId);
  return model ? { workspaceId: model.workspace_id, modelKey: model.key, target: model.id, model } : null;
}
