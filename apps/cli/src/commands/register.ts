import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import type { Submission } from "@countersign/domain";
import { submissionSchema } from "@countersign/usecases/descriptor";
import { parse } from "yaml";
import { text } from "../args.ts";
import { endProgress, Failure, json, note, out, progress } from "../output.ts";
import { fromHere } from "../paths.ts";
import { request, requestJson } from "../client/request.ts";
import { readSettings, type Settings } from "../client/settings.ts";
import { collectFiles, CollectProblem, type LocalFile } from "../register/collect.ts";
import type { CliCommand } from "../run.ts";

export const register: CliCommand = {
  help: {
    usage: "register DIR [--model KEY] [--label L] [--workspace W] [--file countersign.yaml]", summary: "register a version from a folder with a countersign.yaml",
    details: "Hashes and uploads the files that countersign.yaml names (only those the server does not have), and prints MODEL/NUMBER.\nA model that is not in the inventory yet is proposed; a model risk manager accepts it.\n\n  countersign register . --label 1.1",
    options: {
      model: { type: "string", value: "KEY", help: "instead of the file's model" }, label: { type: "string", value: "L", help: "instead of the file's label" },
      workspace: { type: "string", value: "W", help: "default: default" }, file: { type: "string", value: "PATH", help: "in DIR, or from where you stand; default: DIR/countersign.yaml" },
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
    await ensureModel(settings, workspace, submission);
    await upload(settings, files);
    const drafted = await requestJson<{ model: string; number: number; versionId: string }>(settings, "/v1/versions", {
      body: { workspace, submission, files: files.map(({ source: _source, ...file }) => file) },
    });
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

/** Reads and checks `countersign.yaml`; every problem at once, with its place. */
export async function readSubmission(path: string, over: { model?: string | undefined; label?: string | undefined }): Promise<Submission> {
  const source = await readFile(path, "utf8").catch(() => {
    throw new Failure(`${path} cannot be read. A countersign.yaml says what a version consists of; see docs/countersign-yaml.md.`);
  });
  if (source.length > 1_000_000) throw new Failure(`${path} is larger than a countersign.yaml can be.`);
  let value: unknown;
  try {
    value = parse(source, { maxAliasCount: 0 });
  } catch (error) {
    throw new Failure(`${path} is not YAML: ${(error as Error).message.split("\n")[0]}`);
  }
  const given = typeof value === "object" && value !== null ? { ...value, ...(over.model ? { model: over.model } : {}), ...(over.label ? { label: over.label } : {}) } : value;
  const parsed = submissionSchema.safeParse(given);
  if (parsed.success) return parsed.data as Submission;
  const problems = parsed.error.issues.slice(0, 20).map((issue) => `  ${issue.path.join(".") || "(file)"}: ${issue.message}`);
  throw new Failure(`${path} does not fit:\n${problems.join("\n")}`, { body: { problems: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), text: issue.message })) } });
}

async function collect(submission: Submission, folder: string): Promise<LocalFile[]> {
  try {
    return await collectFiles(submission, folder, (file) => progress(`hashing ${file}`));
  } catch (error) {
    throw error instanceof CollectProblem ? new Failure(error.message) : error;
  } finally {
    endProgress();
  }
}

async function ensureModel(settings: Settings, workspace: string, submission: Submission): Promise<void> {
  const models = await requestJson<{ key: string }[]>(settings, `/v1/models?key=${encodeURIComponent(submission.model)}`);
  if (models.length > 0) return;
  await requestJson(settings, "/v1/models", { body: { workspace, key: submission.model, title: submission.model, task: submission.task } });
  note(`${submission.model} is new: proposed for the inventory. A model risk manager accepts and tiers it before its versions can be submitted.`);
}

async function upload(settings: Settings, files: LocalFile[]): Promise<void> {
  const bySha = new Map(files.map((file) => [file.sha256, file]));
  const { missing } = await requestJson<{ missing: string[] }>(settings, "/v1/artifacts/missing", { body: { sha256: [...bySha.keys()] } });
  for (const [i, sha256] of missing.entries()) {
    const file = bySha.get(sha256);
    if (!file) continue;
    progress(`uploading ${i + 1} of ${missing.length}: ${file.path}`);
    const stream = Readable.toWeb(createReadStream(file.source)) as ReadableStream<Uint8Array>;
    await request(settings, `/v1/artifacts/${sha256}`, { method: "PUT", stream });
  }
  endProgress();
}
