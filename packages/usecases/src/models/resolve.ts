import { type Reader, type Row, rows } from "@countersign/db";
import type { KnownActor } from "../kernel/actor.ts";

/** `MODEL`, in the workspace with that key; only in workspaces where the actor holds a role. */
export async function resolveModel(
  reader: Reader,
  known: KnownActor,
  ref: { workspace: string; model: string },
): Promise<Row<"model"> | null> {
  const [workspace] = await rows(reader, "workspace", { key: ref.workspace });
  if (!workspace || !sees(known, workspace.id)) return null;
  const [model] = await rows(reader, "model", { workspace_id: workspace.id, key: ref.model });
  return model ?? null;
}

/** `MODEL/NUMBER`, `MODEL/LABEL` or `MODEL@ALIAS`: `version` is the part after the slash, or the alias with its `@`. */
export async function resolveVersion(
  reader: Reader,
  known: KnownActor,
  ref: { workspace: string; model: string; version: string },
): Promise<{ model: Row<"model">; version: Row<"version"> } | null> {
  const model = await resolveModel(reader, known, ref);
  if (!model) return null;
  const version = await versionOf(reader, model.id, ref.version);
  return version ? { model, version } : null;
}

/** A version by number, label or `@ALIAS`, or null. */
export async function versionOf(reader: Reader, modelId: string, version: string): Promise<Row<"version"> | null> {
  if (version.startsWith("@")) {
    const [alias] = await rows(reader, "alias", { model_id: modelId, name: version.slice(1) });
    if (!alias) return null;
    return (await rows(reader, "version", { id: alias.version_id }))[0] ?? null;
  }
  // A label is never all digits, so a number and a label cannot be confused.
  const where = /^\d{1,9}$/.test(version)
    ? { model_id: modelId, number: Number(version) }
    : { model_id: modelId, label: version };
  return (await rows(reader, "version", where))[0] ?? null;
}

/** Whether the actor may know of the workspace at all. */
export function sees(known: KnownActor, workspaceId: string): boolean {
  if (known.actor.kind === "job" || known.actor.kind === "operator") return true;
  return known.inForce && known.rolesIn(workspaceId).length > 0;
}
