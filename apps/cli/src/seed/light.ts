import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import type { Submission } from "@countersign/domain";
import { type Actor, draftVersion, uploadArtifact } from "@countersign/usecases";
import { submissionSchema } from "@countersign/usecases/descriptor";
import { parse } from "yaml";
import { collectFiles, type LocalFile } from "../register/collect.ts";
import type { Drafted, Stage } from "./stage.ts";
import { story } from "./story-file.ts";

/** A story's version of which only the files, the card and the test data are told: cheap to make many of. */
export interface Template {
  submission: Submission;
  files: LocalFile[];
  mlmodel: string;
}

/** `roles`: which files go with every version beside those of the model. */
export async function loadTemplate(stage: Stage, actor: Actor, path: string, roles: string[]): Promise<Template> {
  const file = story(path);
  const submission = submissionSchema.parse(parse(await readFile(file, "utf8"))) as Submission;
  const files = (await collectFiles(submission, dirname(file))).filter(
    ({ role, part }) => part === "mlflow" || roles.includes(role),
  );
  for (const { sha256, source } of files) await uploadArtifact(stage.deps, actor, sha256, createReadStream(source));
  const mlmodel = files.find(({ path: name }) => name.endsWith("MLmodel"));
  return { submission, files, mlmodel: mlmodel ? await readFile(mlmodel.source, "utf8") : "" };
}

/** Drafts a version with its name in its MLmodel, so that it is other bytes than every other; with a card of its own where one is given. */
export async function draftLight(
  stage: Stage,
  actor: Actor,
  step: string,
  template: Template,
  own: { submission: Submission; mark: string; card?: string },
  at: string,
): Promise<Drafted> {
  const files = [];
  for (const { source: _source, ...file } of template.files) {
    const text = file.path.endsWith("MLmodel")
      ? `${template.mlmodel}metadata:\n  variant: ${own.mark}\n`
      : file.role === "card"
        ? own.card
        : undefined;
    files.push(text === undefined ? file : { ...file, ...(await keep(stage, actor, text)) });
  }
  return stage.act(step, actor, draftVersion, { submission: own.submission, files }, at);
}

async function keep(stage: Stage, actor: Actor, text: string): Promise<{ sha256: string; size: number }> {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await uploadArtifact(stage.deps, actor, sha256, Readable.from([bytes]));
  return { sha256, size: bytes.length };
}
