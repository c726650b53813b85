import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import type { Submission } from "@countersign/domain";
import { text } from "../args.ts";
import { endProgress, Failure, json, note, out, progress } from "../output.ts";
import { fromHere } from "../paths.ts";
import { request, requestJson } from "../client/request.ts";
import { readSettings, type Settings } from "../client/settings.ts";
import { collectFiles, CollectProblem, type LocalFile } from "../register/collect.ts";
import { readSubmission } from "../register/read-submission.ts";
import type { CliCommand } from "../run.ts";

export const register: CliCommand = {
  help: {
    usage: "register DIR [--model KEY] [--label L] [--workspace W] [--file countersign.yaml]",
    summary: "register a version from a folder with a countersign.yaml",
    details:
      "Hashes and uploads the files that countersign.yaml names (only those the server does not have), and prints MODEL/NUMBER.\nA model that is not in the inventory yet is proposed; a model risk manager accepts it.\nRunning the same command again, after a cut for instance, goes on where it stopped and prints the same MODEL/NUMBER.\n\n  countersign register . --label 1.1\n  countersign register models/credit --file countersign-2.0.yaml --json",
    options: {
      model: { type: "string", value: "KEY", help: "instead of the file's model" },
      label: { type: "string", value: "L", help: "instead of the file's label" },
      workspace: { type: "string", value: "W", help: "default: default" },
      file: { type: "string", value: "PATH", help: "in DIR, or from where you stand; default: DIR/countersign.yaml" },
    },
    positionals: [1, 1],
  },
  async run({ values, positionals }) {
    const settings = await readSettings();
    const folder = fromHere(positionals[0] ?? ".");
    const path = descriptorPath(folder, text(values["file"]));
    const submission = await readSubmission(path, { model: text(values["model"]), label: text(values["label"]) });
    const workspace = text(values["workspace"]) ?? "default";
    const files = await collect(submission, join(path, ".."));
    const numbers = await ensureModel(settings, workspace, submission);
    await upload(settings, files);
    const body = { workspace, submission, files: files.map(({ source: _source, ...file }) => file) };
    // The content is the key: a command that was cut is run again, and comes to the same version.
    const idempotencyKey = `register-${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`;
    const drafted = await requestJson<{ model: string; number: number; versionId: string }>(settings, "/v1/versions", {
      body,
      idempotencyKey,
    });
    if (numbers.includes(drafted.number))
      note(
        "This content had been registered already: nothing new was made. Another label, or any change, makes a new version.",
      );
    if (values["json"]) json({ ref: `${drafted.model}/${drafted.number}`, ...drafted });
    else out(`${drafted.model}/${drafted.number}`);
  },
};

/** `--file` names a file in DIR; where DIR has none of that name, one from where the caller stands. */
function descriptorPath(folder: string, file = "countersign.yaml"): string {
  const inside = resolve(folder, file);
  const here = fromHere(file);
  return existsSync(inside) || !existsSync(here) ? inside : here;
}

async function collect(submission: Submission, folder: string): Promise<LocalFile[]> {
  try {
    return await collectFiles(submission, folder, (file, bytes) => progress(`hashing ${file}: ${megabytes(bytes)}`));
  } catch (error) {
    throw error instanceof CollectProblem ? new Failure(error.message) : error;
  } finally {
    endProgress();
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

interface Listed {
  key: string;
  workspace: string;
  versions: { number: number }[];
}

/** Numbers of the versions that the model has; where it is not in the inventory, proposes it. */
async function ensureModel(settings: Settings, workspace: string, submission: Submission): Promise<number[]> {
  const { models } = await requestJson<{ models: Listed[] }>(
    settings,
    `/v1/models?key=${encodeURIComponent(submission.model)}`,
  );
  const own = models.find((model) => model.workspace === workspace);
  if (own) return own.versions.map(({ number }) => number);
  const body = { workspace, key: submission.model, title: submission.model, task: submission.task };
  await requestJson(settings, "/v1/models", {
    body,
    idempotencyKey: `propose-${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`,
  });
  note(
    `${submission.model} is new: proposed for the inventory. A model risk manager accepts and tiers it before its versions can be submitted.`,
  );
  return [];
}

async function upload(settings: Settings, files: LocalFile[]): Promise<void> {
  const bySha = new Map(files.map((file) => [file.sha256, file]));
  const { missing } = await requestJson<{ missing: string[] }>(settings, "/v1/artifacts/missing", {
    body: { sha256: [...bySha.keys()] },
  });
  for (const [i, sha256] of missing.entries()) {
    const file = bySha.get(sha256);
    if (!file) continue;
    const what = `uploading ${i + 1} of ${missing.length}, ${file.path}`;
    const source = createReadStream(file.source);
    const stream = Readable.toWeb(source) as ReadableStream<Uint8Array>;
    source.on("data", () => progress(`${what}: ${megabytes(source.bytesRead)} of ${megabytes(file.size)}`));
    await request(settings, `/v1/artifacts/${sha256}`, { method: "PUT", stream });
  }
  endProgress();
}
