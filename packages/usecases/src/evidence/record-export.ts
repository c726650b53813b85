import { type Reader, type Row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import type { KnownActor } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { idText, sha256Text } from "../kernel/texts.ts";
import { hidesDecisions } from "../reviews/hidden.ts";
import { openStates } from "../reviews/states.ts";
import { versionScope } from "../versions/scope.ts";

/** A bundle holds every decision: whoever may still give theirs gets it afterwards. */
export async function mayHoldBundle(
  reader: Reader,
  known: KnownActor,
  { id, workspace_id }: Pick<Row<"version">, "id" | "workspace_id">,
): Promise<boolean> {
  if (!known.rolesIn(workspace_id).includes("approver")) return true;
  for (const review of await rows(reader, "review", { version_id: id, state: [...openStates] }))
    if (await hidesDecisions(reader, review.id, known.personId ?? "")) return false;
  return true;
}

/** Records an export: the manifest's digest, the size it is told as of and the head of every stream in scope. */
export const recordExport = command({
  name: "evidence.export",
  input: z.strictObject({
    versionId: idText,
    manifestSha256: sha256Text,
    size: z.int().min(0),
    heads: z.array(z.tuple([z.string().regex(/^[a-z_]+:[A-Za-z0-9_]{1,64}$/), z.int().min(1)])).max(2000),
  }),
  load: (run, input) => versionScope(run, input.versionId),
  async run(run, { version, workspaceId }, input) {
    if (!(await mayHoldBundle(run.tx, run.known, version)))
      run.refuse({
        kind: "wrong_state",
        what: "review",
        state: msg("open, with decisions hidden from you"),
        wanted: [msg("your own decision"), msg("the end of the review")],
      });
    const id = run.deps.id("exp");
    await run.insert("evidence_export", {
      id,
      version_id: version.id,
      workspace_id: workspaceId,
      manifest_sha256: input.manifestSha256,
      log_size: input.size,
      heads: input.heads,
      requested_by: run.known.personId ?? "system",
      created_at: run.at,
    });
    run.record("evidence.exported", `export:${id}`);
    return { exportId: id };
  },
});
