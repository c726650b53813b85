import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import type { Role, Submission } from "@countersign/domain";
import {
  acceptModel,
  decideReview,
  defaultWorkspace,
  defineEnvironment,
  draftVersion,
  grantRole,
  invitePerson,
  registerModel,
  requestChanges,
  submitVersion,
  tierModel,
  uploadArtifact,
  withdrawReview,
} from "@countersign/usecases";
import { submissionSchema } from "@countersign/usecases/descriptor";
import { parse } from "yaml";
import { collectFiles, type LocalFile } from "../register/collect.ts";
import type { Cast, DemoActor } from "./cast.ts";
import { estate, type EstateModel, estatePeople, type EstatePerson } from "./estate.ts";
import { answersFor, story } from "./models.ts";
import { demoPassword } from "./people.ts";
import { readSections } from "./review.ts";
import type { Stage } from "./stage.ts";

const versionsEach = 10;
/** Models told at once: enough to keep PostgreSQL busy on a small machine. */
const width = 24;
const template = "regression/countersign-1.0.yaml";

interface Estate {
  stage: Stage;
  cast: Cast;
  owners: DemoActor[];
  approvers: DemoActor[];
  submission: Submission;
  files: LocalFile[];
  mlmodel: string;
}

/** A bank's whole estate around the story: `count` models with ten versions each, told through the same commands as anything else. */
export async function tellEstate(
  stage: Stage,
  cast: Cast,
  count: number,
  publish: () => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  await stage.act(
    "environment:shadow",
    cast.ingrid,
    defineEnvironment,
    { workspaceId: defaultWorkspace, key: "shadow", title: "Shadow", protects: ["shadow"] },
    stage.at(410),
  );
  await publish();
  const people = estatePeople.slice(0, Math.max(2 * width, Math.ceil(count / 10)));
  // A person signs one thing at a time; as many approvers as models in hand keep them from waiting for each other.
  const approvers = await hire(stage, cast, people.slice(0, width), "approver");
  const owners = await hire(stage, cast, people.slice(width), "model_owner");
  const file = story(template);
  const submission = submissionSchema.parse(parse(await readFile(file, "utf8"))) as Submission;
  const files = (await collectFiles(submission, dirname(file))).filter(
    ({ role, part }) => role === "card" || part === "mlflow",
  );
  for (const { sha256, source } of files) await uploadArtifact(stage.deps, cast.ci, sha256, createReadStream(source));
  const mlmodel = files.find(({ path }) => path.endsWith("MLmodel"));
  const told: Estate = {
    stage,
    cast,
    owners,
    approvers,
    submission,
    files,
    mlmodel: mlmodel ? await readFile(mlmodel.source, "utf8") : "",
  };
  const models = estate.slice(0, count);
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < models.length; index = next++) {
      const model = models[index];
      if (model) await tellModel(told, model, index);
      done++;
      if (done % 100 === 0 || done === models.length) say(`The estate: ${done} of ${models.length} models told.`);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** More people than the story has, so that lists of them are as long as in a bank. */
async function hire(stage: Stage, cast: Cast, people: EstatePerson[], role: Role): Promise<DemoActor[]> {
  const hired: DemoActor[] = [];
  for (const { key, name, email } of people) {
    const { personId } = await stage.act<{ personId: string }>(
      `invite:${key}`,
      cast.ingrid,
      invitePerson,
      { name, email, initialPassword: demoPassword("amara") },
      stage.at(418),
    );
    await stage.act(`grant:${key}`, cast.ingrid, grantRole, { personId, role }, stage.at(418, 10));
    hired.push({ kind: "user", personId });
  }
  return hired;
}

async function tellModel(told: Estate, model: EstateModel, index: number): Promise<void> {
  const { stage, cast, owners } = told;
  const { key, title, purpose } = model;
  const owner = owners[index % owners.length] ?? cast.amara;
  const approver = told.approvers[index % told.approvers.length] ?? cast.priya;
  const born = 400 - (index % 40);
  const { modelId } = await stage.act<{ modelId: string }>(
    `estate:${key}`,
    owner,
    registerModel,
    { key, title, purpose, task: "regression" },
    stage.at(born),
  );
  await stage.act(`estate:${key}:accept`, cast.sofia, acceptModel, { modelId }, stage.at(born - 1));
  await stage.act(
    `estate:${key}:tier`,
    cast.sofia,
    tierModel,
    { modelId, answers: { scores: answersFor[model.tier], circumstances: [] } },
    stage.at(born - 1, 10),
  );
  for (let number = 1; number <= versionsEach; number++) {
    const days = born - 2 - Math.round(((born - 4) * (number - 1)) / (versionsEach - 1));
    await tellVersion(told, key, approver, { number, days, end: endOf(index, number) });
  }
}

type End = "approve" | "reject" | "request_changes" | "withdraw" | "open" | "draft";

/** Three versions of ten are never submitted. Of the newest one in eight waits; of the others a few ended badly. */
function endOf(index: number, number: number): End {
  if (number === versionsEach) {
    const newest: End[] = ["open", "approve", "request_changes", "approve", "draft", "approve", "approve", "approve"];
    return newest[index % 8] ?? "approve";
  }
  if (number % 3 === 2) return "draft";
  const lot = (index * 7 + number * 13) % 40;
  return lot === 0 ? "reject" : lot === 1 ? "withdraw" : "approve";
}

async function tellVersion(
  told: Estate,
  model: string,
  approver: DemoActor,
  { number, days, end }: { number: number; days: number; end: End },
): Promise<void> {
  const { stage, cast } = told;
  const step = `estate:${model}:${number}`;
  const drafted = await draft(told, step, model, number, stage.at(days));
  if (end === "draft") return;
  const { reviewId } = await stage.act<{ reviewId: string }>(
    `${step}:submit`,
    cast.ci,
    submitVersion,
    { versionId: drafted.versionId, environment: "shadow" },
    stage.at(days, 9, 20),
  );
  if (end === "open") return;
  const evidenceSha256 = await stage.sealed(cast.ci, drafted, reviewId, 500);
  const evidence = { reviewId, evidenceSha256, conditionsSha256: null };
  const at = stage.at(days - 1, 15);
  switch (end) {
    case "withdraw": {
      const reason = "Superseded by the next refit before anybody had read it.";
      await stage.act(`${step}:withdraw`, cast.tomas, withdrawReview, { reviewId, reason }, at);
      return;
    }
    case "reject": {
      const reason = "The card does not say what the score is used for.";
      await stage.act(`${step}:reject`, approver, decideReview, { ...evidence, act: "reject", reason }, at);
      return;
    }
    case "request_changes": {
      const reason = "Say in the card which accounts are left out, and why.";
      await stage.act(`${step}:changes`, approver, requestChanges, { ...evidence, reason }, at);
      return;
    }
    case "approve": {
      await readSections(stage, step, approver, reviewId, at);
      await stage.act(`${step}:approve`, approver, decideReview, { ...evidence, act: "approve", reason: null }, at);
    }
  }
}

/** The template's tree with the model and the number in its MLmodel, so that every version is other bytes. */
async function draft(
  { stage, cast, submission, files, mlmodel }: Estate,
  step: string,
  model: string,
  number: number,
  at: string,
): Promise<{ versionId: string; number: number; model: string }> {
  const bytes = Buffer.from(`${mlmodel}metadata:\n  variant: ${model} ${number}\n`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await uploadArtifact(stage.deps, cast.ci, sha256, Readable.from([bytes]));
  const own = files.map(({ source: _source, ...file }) =>
    file.path.endsWith("MLmodel") ? { ...file, sha256, size: bytes.length } : file,
  );
  return stage.act(
    step,
    cast.ci,
    draftVersion,
    { submission: { ...submission, model, label: `${number}.0` }, files: own },
    at,
  );
}
