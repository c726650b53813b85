import { row, type Row } from "@countersign/db";
import type { Run, Scope } from "../kernel/command.ts";

export interface VersionScope extends Scope {
  workspaceId: string;
  model: Row<"model">;
  version: Row<"version">;
}

/** Locks and loads a version by id, with its model. */
export async function versionScope(run: Run, versionId: string): Promise<VersionScope | null> {
  await run.lock(`version:${versionId}`);
  const version = await row(run.tx, "version", versionId);
  const model = version ? await row(run.tx, "model", version.model_id) : null;
  return version && model
    ? { workspaceId: version.workspace_id, modelKey: model.key, target: version.id, model, version }
    : null;
}
