import { worldPolicy } from "@countersign/testing";
import { tierOne } from "@countersign/testing";
import { publishPolicy, suspendModel } from "../../../src/index.ts";
import { draft, fresh, one, proposedModel, type Scene, submitted, tieredModel, uploaded } from "../scene.ts";

const reason = "Monitoring shows a drift that nobody has explained yet.";
/** A policy that applies nowhere else: it decides about an environment of its own. */
const document = () => ({
  ...worldPolicy,
  key: fresh("policy"),
  appliesTo: { ...worldPolicy.appliesTo, environments: [fresh("env")] },
});

const alias: Scene = async (world, giver) => {
  const version = await draft(world, giver);
  return { modelId: world.modelId, alias: fresh("challenger"), version: String(version.number) };
};

export const modelScenes = {
  "model.register": async () => ({ key: fresh("model"), title: "A model", task: "regression" }),
  "model.accept": async (world) => ({ modelId: (await proposedModel(world)).modelId }),
  "model.reject": async (world) => ({
    modelId: (await proposedModel(world)).modelId,
    reason: "It is a spreadsheet without a model.",
  }),
  "model.edit": async (world) => ({ modelId: (await proposedModel(world)).modelId, title: "Another title" }),
  "model.tier": async (world) => ({
    modelId: (await proposedModel(world)).modelId,
    answers: { scores: tierOne, circumstances: [] },
  }),
  "model.suspend": async (world) => ({ modelId: (await tieredModel(world)).modelId, reason }),
  "model.restore": async (world) => {
    const { modelId } = await tieredModel(world);
    await world.act("sofia", suspendModel, { modelId, reason });
    return { modelId, reason };
  },
  "version.draft": async (world) => {
    const files = [await uploaded(world, "model", "model.onnx", "onnx"), await uploaded(world, "test", "test.parquet")];
    return {
      submission: {
        countersign: 1,
        model: "credit-pd",
        task: "binary",
        files: { onnx: "model.onnx" },
        data: { test: { path: "test.parquet", target: "defaulted" } },
      },
      files,
    };
  },
  "version.attach": async (world, giver) => ({
    versionId: (await draft(world, giver)).versionId,
    files: [await uploaded(world, "card", "card.md")],
  }),
  "version.annotate": async (world, giver) => ({
    versionId: (await draft(world, giver)).versionId,
    description: "Trained on two more years.",
  }),
  "version.submit": async (world, giver) => ({
    versionId: (await draft(world, giver)).versionId,
    environment: "production",
  }),
  "contributor.map": async (world) => {
    const { versionId } = await world.submit(await world.draft({ run: { trainer: "stranger@elsewhere.example" } }));
    return {
      contributorId: (await one(world, "contributor", { version_id: versionId, kind: "trainer" })).id,
      personId: world.people.tomas,
    };
  },
  "alias.promote": alias,
  "alias.roll_back": async (world, giver) => ({ ...(await alias(world, giver)), reason }),
  "policy.publish": async () => ({ document: document() }),
  "policy.confirm": async (world, { name }) => {
    const { revisionId } = await world.act<{ revisionId: string }>(
      name === "sofia" ? "hanna" : "sofia",
      publishPolicy,
      { document: document() },
    );
    return { revisionId };
  },
  "review.withdraw": async (world, giver) => ({
    reviewId: (await submitted(world, giver)).reviewId,
    reason: "Submitted by mistake.",
  }),
} as const satisfies Record<string, Scene>;
