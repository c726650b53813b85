import type { Role } from "@countersign/domain";
import {
  acceptModel,
  decideReview,
  grantRole,
  invitePerson,
  registerModel,
  requestChanges,
  submitVersion,
  tierModel,
  withdrawReview,
} from "@countersign/usecases";
import type { Cast, DemoActor } from "./cast.ts";
import { estate, type EstateModel, estatePeople, type EstatePerson } from "./estate.ts";
import { draftLight, loadTemplate, type Template } from "./light.ts";
import { answersFor } from "./inventory.ts";
import { demoPassword } from "./people.ts";
import { readSections } from "./review.ts";
import type { Stage } from "./stage.ts";

const versionsEach = 10;
/** Models told at once: enough to keep PostgreSQL busy on a small machine. */
const width = 24;

interface Estate {
  stage: Stage;
  cast: Cast;
  owners: DemoActor[];
  approvers: DemoActor[];
  template: Template;
}

/** A bank's whole estate around the story: `count` models with ten versions each, told through the same commands as anything else. */
export async function tellEstate(stage: Stage, cast: Cast, count: number, say: (line: string) => void): Promise<void> {
  const people = estatePeople.slice(0, Math.max(2 * width, Math.ceil(count / 10)));
  // A person signs one thing at a time; as many approvers as models in hand keep them from waiting for each other.
  const approvers = await hire(stage, cast, people.slice(0, width), "approver");
  const owners = await hire(stage, cast, people.slice(width), "model_owner");
  const template = await loadTemplate(stage, cast.ci, "regression/countersign-1.0.yaml", ["card"]);
  const told: Estate = { stage, cast, owners, approvers, template };
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
  const { stage, cast, template } = told;
  const step = `estate:${model}:${number}`;
  const submission = { ...template.submission, model, label: `${number}.0` };
  const own = { submission, mark: `${model} ${number}` };
  const drafted = await draftLight(stage, cast.ci, step, template, own, stage.at(days));
  if (end === "draft") return;
  const { reviewId } = await stage.act<{ reviewId: string }>(
    `${step}:submit`,
    cast.ci,
    submitVersion,
    { versionId: drafted.versionId, environment: "shadow" },
    stage.at(days, 9, 20),
  );
  if (end === "open") return;
  const evidenceSha256 = await stage.sealed(reviewId);
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
