import { pathsProblem } from "@countersign/attestation";
import { rows, sql } from "@countersign/db";
import { fileRoles } from "@countersign/domain";
import { msg, type PlaceProblem } from "@countersign/words";
import { z } from "zod";
import { submissionSchema } from "../descriptor.ts";
import { command, type Run } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { keyText, lineText, sha256Text } from "../kernel/texts.ts";
import { resolveModel } from "../models/resolve.ts";

export const versionFileSchema = z.strictObject({
  role: z.enum(fileRoles),
  part: lineText(100).optional(),
  path: lineText(1000),
  sha256: sha256Text,
  size: z.int().min(0),
});

const filesPerEvent = 25;

/** Registers a version as a draft: its submission and its files, whose bytes have been uploaded before. */
export const draftVersion = command({
  name: "version.draft",
  input: z.strictObject({
    workspace: keyText.default("default"),
    submission: submissionSchema,
    files: z.array(versionFileSchema).min(1).max(2000),
  }),
  async load(run, input) {
    const found = await resolveModel(run.tx, run.known, { workspace: input.workspace, model: input.submission.model });
    if (!found) return null;
    await run.lock(`model:${found.id}`);
    const [model] = await rows(run.tx, "model", { id: found.id });
    return model ? { workspaceId: model.workspace_id, modelKey: model.key, target: model.id, model } : null;
  },
  async run(run, { model }, { submission, files }) {
    if (["rejected", "retired", "retiring"].includes(model.state)) {
      run.refuse({
        kind: "wrong_state",
        what: "model",
        state: model.state,
        wanted: ["proposed", "registered", "active"],
      });
    }
    if (submission.task !== model.task) {
      run.refuse({
        kind: "invalid_input",
        problems: [
          {
            path: "task",
            text: msg("is {task}, but the model was registered for {registered}"),
            values: { task: submission.task, registered: model.task },
          },
        ],
      });
    }
    if (submission.label !== undefined) {
      const [taken] = await rows(run.tx, "version", { model_id: model.id, label: submission.label });
      if (taken)
        run.refuse({
          kind: "already_exists",
          what: {
            text: msg("{version} (number {number})"),
            values: { version: `${model.key}/${submission.label}`, number: String(taken.number) },
          },
        });
    }
    requireParts(run, files, submission.files);
    await requireUploaded(run, files);
    const by = personOf(run);
    const id = run.deps.id("ver");
    await run.update("model", model.id, { next_number: model.next_number + 1 }, { next_number: model.next_number });
    run.record("model.numbered", `model:${model.id}`, { version_id: id });
    await run.insert("version", {
      id,
      model_id: model.id,
      workspace_id: model.workspace_id,
      number: model.next_number,
      label: submission.label ?? null,
      task: model.task,
      state: "draft",
      description: null,
      submission_sha256: await run.keep(submission),
      manifest_sha256: null,
      identity: null,
      drafted_by: by,
      token_id: run.known.actor.kind === "token" ? run.known.actor.tokenId : null,
      created_at: run.at,
      frozen_at: null,
    });
    run.record("version.drafted", `version:${id}`);
    await attachFiles(run, id, files);
    return { versionId: id, model: model.key, number: model.next_number, label: submission.label ?? null };
  },
});

type FileInput = z.infer<typeof versionFileSchema>;

/** Inserts file rows, a few per event: a leaf holds 16 KiB. */
export async function attachFiles(run: Run, versionId: string, files: FileInput[]): Promise<void> {
  for (let start = 0; start < files.length; start += filesPerEvent) {
    const chunk = files.slice(start, start + filesPerEvent);
    await run.insertAll(
      "version_file",
      chunk.map((file) => ({
        id: run.deps.id("fil"),
        version_id: versionId,
        role: file.role,
        part: file.part ?? null,
        path: file.path,
        sha256: file.sha256,
        size: file.size,
      })),
    );
    run.record("version.attached", `version:${versionId}`);
  }
}

/** Refuses model files outside the parts of the submission, and paths that the manifest cannot hold. */
export function requireParts(run: Run, files: FileInput[], roots: Record<string, string>): void {
  const model = files.filter((file) => file.role === "model");
  const wrong = pathsProblem(model.map((file) => file.path));
  const problems: PlaceProblem[] = wrong ? [{ path: wrong.path, text: wrong.problem }] : [];
  for (const file of model) {
    const root = file.part === undefined ? undefined : roots[file.part];
    const inside =
      root !== undefined &&
      (root.endsWith("/") ? file.path.startsWith(root) : file.path === root || file.path.startsWith(`${root}/`));
    if (!inside) problems.push({ path: file.path, text: msg("lies in no part of the submission") });
  }
  if (problems.length > 0) run.refuse({ kind: "invalid_input", problems: problems.slice(0, 20) });
}

/** Refuses files whose bytes have not been uploaded, or whose size is not that of the bytes. */
export async function requireUploaded(run: Run, files: FileInput[]): Promise<void> {
  const stored = await run.tx.db.execute<{ sha256: string; size: string }>(
    sql`select sha256, size from ops.artifact where sha256 in ${[...new Set(files.map((file) => file.sha256))]}`,
  );
  const sizes = new Map(stored.rows.map((entry) => [entry.sha256, Number(entry.size)]));
  const problems = files
    .filter((file) => sizes.get(file.sha256) !== file.size)
    .slice(0, 20)
    .map(({ path, sha256, size }): PlaceProblem => {
      const found = sizes.get(sha256);
      return found === undefined
        ? { path, text: msg("has not been uploaded") }
        : {
            path,
            text: msg("has {found} bytes, not {size}"),
            values: { found: String(found), size: String(size) },
          };
    });
  if (problems.length > 0) run.refuse({ kind: "invalid_input", problems });
}
