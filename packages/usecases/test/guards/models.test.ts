import { job, newWorld, tierOne, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect } from "vitest";
import {
  acceptModel,
  attachToVersion,
  deactivatePerson,
  defineEnvironment,
  draftVersion,
  editModel,
  expireApproval,
  mapContributor,
  promoteAlias,
  registerModel,
  rejectModel,
  revokeApproval,
  rollBackAlias,
  submitVersion,
  suspendModel,
  tierModel,
} from "../../src/index.ts";
import { fresh, one, person, proposedModel, tieredModel, uploaded } from "../support/scene.ts";
import { forced, type Guard, guarded, later, reason } from "./guard.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const gone = async (w: World): Promise<string> => {
  const personId = await person(w);
  await w.act("ingrid", deactivatePerson, { personId });
  return personId;
};
const rejected = async (w: World) => {
  const model = await proposedModel(w);
  await w.act("sofia", rejectModel, { modelId: model.modelId, reason: "It is a spreadsheet without a model." });
  return model;
};
const submission = (model: string, change: object = {}) => ({
  countersign: 1,
  model,
  task: "binary",
  files: { onnx: "model.onnx" },
  data: { test: { path: "test.parquet", target: "defaulted" } },
  ...change,
});
const drafting = async (w: World, model: string, change: object = {}, files?: object[]) => ({
  who: "tomas" as const,
  command: draftVersion,
  input: { submission: submission(model, change), files: files ?? [await uploaded(w, "model", "model.onnx", "onnx")] },
});
const approval = async (w: World) => one(w, "approval", { review_id: (await w.approved()).reviewId });
const revoked = async (w: World) => {
  const { id } = await approval(w);
  await w.act("sofia", revokeApproval, { approvalId: id, reason });
  return { approvalId: id };
};
const inventory: Guard[] = [
  [
    "a model is registered under a key that is taken",
    { kind: "already_exists", what: "the model credit-pd" },
    async () => ({ who: "amara", command: registerModel, input: { key: "credit-pd", title: "x", task: "binary" } }),
  ],
  [
    "a model is registered for a deactivated owner",
    { kind: "not_found", what: "the person" },
    async (w) => ({
      who: "amara",
      command: registerModel,
      input: { key: fresh("model"), title: "x", task: "binary", ownerId: await gone(w) },
    }),
  ],
  [
    "a model is given to a deactivated owner",
    { kind: "not_found", what: "the person" },
    async (w) => ({ who: "amara", command: editModel, input: { modelId: w.modelId, ownerId: await gone(w) } }),
  ],
  [
    "a model is accepted twice",
    { kind: "wrong_state", what: "model" },
    async (w) => ({ who: "sofia", command: acceptModel, input: { modelId: w.modelId } }),
  ],
  [
    "a rejected model is tiered",
    { kind: "wrong_state", what: "model" },
    async (w) => ({
      who: "sofia",
      command: tierModel,
      input: { modelId: (await rejected(w)).modelId, answers: { scores: tierOne, circumstances: [] } },
    }),
  ],
  [
    "a model is tiered with an answer missing",
    { kind: "invalid_input" },
    async (w) => ({
      who: "sofia",
      command: tierModel,
      input: { modelId: (await proposedModel(w)).modelId, answers: { scores: {}, circumstances: [] } },
    }),
  ],
  [
    "a tier is lowered by hand",
    {
      kind: "invalid_input",
      problems: [{ path: "raiseTo.tier", text: "the answers give T1; by hand a tier can only be raised" }],
    },
    async (w) => ({
      who: "sofia",
      command: tierModel,
      input: {
        modelId: (await proposedModel(w)).modelId,
        answers: { scores: tierOne, circumstances: [] },
        raiseTo: { tier: "T3", reason },
      },
    }),
  ],
];

const versions: Guard[] = [
  [
    "a version of a rejected model is drafted",
    { kind: "wrong_state", what: "model" },
    async (w) => drafting(w, (await rejected(w)).key),
  ],
  [
    "a version is drafted for another task than its model's",
    { kind: "invalid_input" },
    (w) => drafting(w, "credit-pd", { task: "regression" }),
  ],
  [
    "a label is used twice in a model",
    { kind: "already_exists", what: expect.stringMatching(/^credit-pd\/v\..* \(number \d+\)$/) as string },
    async (w) => {
      const label = fresh("v").replaceAll("-", ".");
      await w.draft({ label });
      return drafting(w, "credit-pd", { label });
    },
  ],
  [
    "a model file lies in no part of the submission",
    { kind: "invalid_input" },
    async (w) => drafting(w, "credit-pd", {}, [await uploaded(w, "model", "elsewhere.onnx", "onnx")]),
  ],
  [
    "a file is named whose bytes were never sent",
    { kind: "invalid_input" },
    (w) =>
      drafting(w, "credit-pd", {}, [
        { role: "model", part: "onnx", path: "model.onnx", sha256: "ab".repeat(32), size: 1 },
      ]),
  ],
  [
    "a file joins a frozen version",
    { kind: "wrong_state", what: "version" },
    async (w) => ({
      who: "tomas",
      command: attachToVersion,
      input: { versionId: (await w.submit(await w.draft())).versionId, files: [await uploaded(w, "card", "card.md")] },
    }),
  ],
  [
    "a version is submitted for an environment that is not there",
    { kind: "not_found", what: "the environment nowhere" },
    async (w) => ({
      who: "tomas",
      command: submitVersion,
      input: { versionId: (await w.draft()).versionId, environment: "nowhere" },
    }),
  ],
  [
    "a retired version is submitted",
    { kind: "wrong_state", what: "version" },
    async (w) => {
      const { versionId } = await w.approved();
      await forced(w, "version", `update gov.version set state = 'retired' where id = '${versionId}'`);
      return { who: "tomas", command: submitVersion, input: { versionId, environment: "staging" } };
    },
  ],
  [
    "a version without a model file is submitted",
    { kind: "invalid_input" },
    async (w) => {
      const { versionId } = await w.act<{ versionId: string }>("tomas", draftVersion, {
        submission: submission("credit-pd"),
        files: [await uploaded(w, "test", "test.parquet")],
      });
      return { who: "tomas", command: submitVersion, input: { versionId, environment: "production" } };
    },
  ],
  [
    "a version of a model that nobody has accepted is submitted",
    { kind: "wrong_state", what: "model" },
    async (w) => ({
      who: "tomas",
      command: submitVersion,
      input: {
        versionId: (await w.draft({ model: (await proposedModel(w)).key })).versionId,
        environment: "production",
      },
    }),
  ],
  [
    "a version of a model without a tier is submitted",
    { kind: "not_tiered" },
    async (w) => {
      const { modelId, key } = await proposedModel(w);
      await w.act("sofia", acceptModel, { modelId });
      return {
        who: "tomas",
        command: submitVersion,
        input: { versionId: (await w.draft({ model: key })).versionId, environment: "production" },
      };
    },
  ],
  [
    "a version is submitted where its review is open",
    { kind: "already_exists", what: expect.stringMatching(/^an open review, http/) as string },
    async (w) => ({
      who: "tomas",
      command: submitVersion,
      input: { versionId: (await w.submit(await w.draft())).versionId, environment: "production" },
    }),
  ],
  [
    "a version is submitted where no policy applies",
    { kind: "no_policy" },
    async (w) => {
      const key = fresh("bare");
      await w.act("ingrid", defineEnvironment, { key, title: "Without a policy", protects: [] });
      return {
        who: "tomas",
        command: submitVersion,
        input: { versionId: (await w.draft()).versionId, environment: key },
      };
    },
  ],
  [
    "a contributor is mapped who is a person already",
    { kind: "wrong_state", what: "contributor" },
    async (w) => {
      const { versionId } = await w.submit(await w.draft());
      return {
        who: "sofia",
        command: mapContributor,
        input: {
          contributorId: (await one(w, "contributor", { version_id: versionId, kind: "trainer" })).id,
          personId: w.people.ada,
        },
      };
    },
  ],
  [
    "a contributor is mapped to nobody",
    { kind: "not_found", what: "the person" },
    async (w) => {
      const { versionId } = await w.submit(await w.draft({ run: { trainer: "stranger@elsewhere.example" } }));
      return {
        who: "sofia",
        command: mapContributor,
        input: {
          contributorId: (await one(w, "contributor", { version_id: versionId, kind: "trainer" })).id,
          personId: "usr_0",
        },
      };
    },
  ],
];

const running: Guard[] = [
  [
    "a protected name is moved to a version without approval",
    { kind: "alias_protected" },
    async (w) => ({
      who: "dirk",
      command: promoteAlias,
      input: { modelId: w.modelId, alias: "champion", version: String((await w.draft()).number) },
    }),
  ],
  [
    "a protected name is moved to a version whose approval has run out, before anything marks it so",
    { kind: "alias_protected" },
    async (w) => ({
      who: "dirk",
      command: promoteAlias,
      input: { modelId: w.modelId, alias: "champion", version: String((await w.approved()).number) },
      options: later(w, 400),
    }),
  ],
  ...[promoteAlias, rollBackAlias].map((command): Guard => [
    `a name of a suspended model is moved (${command.name})`,
    { kind: "wrong_state", what: "model" },
    async (w) => {
      const { modelId, key } = await tieredModel(w);
      const { number } = await w.draft({ model: key });
      await w.act("sofia", suspendModel, { modelId, reason });
      return {
        who: "dirk",
        command,
        input: {
          modelId,
          alias: "challenger",
          version: String(number),
          ...(command === rollBackAlias ? { reason } : {}),
        },
      };
    },
  ]),
  [
    "an approval is revoked twice",
    { kind: "wrong_state", what: "approval" },
    async (w) => ({ who: "sofia", command: revokeApproval, input: { ...(await revoked(w)), reason } }),
  ],
  [
    "an approval is marked expired before its time",
    { kind: "wrong_state", what: "approval" },
    async (w) => ({ who: job, command: expireApproval, input: { approvalId: (await approval(w)).id } }),
  ],
  [
    "a revoked approval is marked expired",
    { kind: "wrong_state", what: "approval" },
    async (w) => ({ who: job, command: expireApproval, input: await revoked(w), options: later(w, 400) }),
  ],
];

guarded(() => world, [...inventory, ...versions, ...running]);
