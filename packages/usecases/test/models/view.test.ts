import { type Name, newWorld, type World } from "@countersign/testing";
import type { ModelListItem, ModelView } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Actor,
  createToken,
  editModel,
  modelList,
  modelView,
  query,
  registerModel,
  rejectModel,
  restoreModel,
  suspendModel,
} from "../../src/index.ts";
import { one, tieredModel } from "../support/scene.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const view = async (who: Name | Actor, model = "credit-pd"): Promise<ModelView | string> => {
  const asked = await query(world.deps, typeof who === "string" ? world.as(who) : who, modelView, { model });
  return asked.ok ? asked.value : asked.refusal.kind;
};
const seen = async (who: Name): Promise<ModelView> => {
  const found = await view(who);
  if (typeof found === "string") throw new Error(found);
  return found;
};

test("an approved version stands in use under its approval; its decisions stand with it", async () => {
  const purpose = "Says how likely a loan is not paid back.";
  await world.act("amara", editModel, { modelId: world.modelId, purpose });
  const review = await world.approved();
  const found = await seen("ruth");
  expect(found.aliases).toContainEqual(
    expect.objectContaining({
      name: "champion",
      version: expect.objectContaining({ number: found.timeline[0]?.number }),
      approval: expect.objectContaining({ state: "valid" }),
    }),
  );
  const ended = found.timeline.flatMap((version) => version.reviews).find((one) => one.id === review.reviewId);
  expect(ended?.decisions.map(({ act }) => act).toSorted()).toEqual(["approve", "approve", "recommend"]);
  expect(found.purpose).toBe(purpose);
  expect(found.tierReasons.length).toBeGreaterThan(2);
});

test("while a review is open its decisions are not told here, and it stands among what is open", async () => {
  const review = await world.sealed();
  await world.recommend(review);
  const before = (await seen("daniel")).openReviews;
  await world.approve(review, "priya");
  const found = await seen("daniel");
  const open = found.timeline.flatMap((version) => version.reviews).find((one) => one.id === review.reviewId);
  expect(open).toMatchObject({ endedAt: null, decisions: [] });
  expect(found.openReviews).toBe(before);
  expect(before).toBeGreaterThan(0);
});

test("the list counts what is open; who holds no role, and a token limited to others, see nothing of it", async () => {
  const listed = async (who: Name | Actor): Promise<ModelListItem[]> => {
    const asked = await query(world.deps, typeof who === "string" ? world.as(who) : who, modelList, {});
    return asked.ok ? asked.value.models : [];
  };
  expect((await listed("priya")).find((model) => model.key === "credit-pd")).toMatchObject({
    openReviews: expect.any(Number),
    owner: expect.objectContaining({ id: world.people.amara }),
  });
  expect(await listed("nobody")).toEqual([]);
  expect(await view("nobody")).toBe("not_found");
  expect(await view("ruth", "no-such-model")).toBe("not_found");
  const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, {
    label: "other models",
    ownerId: world.people.tomas,
    roles: ["developer"],
    models: ["another-model"],
  });
  expect(await view({ kind: "token", tokenId })).toBe("not_found");
  expect(await listed({ kind: "token", tokenId })).toEqual([]);
});

test("the page offers what the reader may do with the model in its state, and nothing else", async () => {
  const nothing = { accept: false, reject: false, tier: false, suspend: false, restore: false };
  for (const who of ["priya", "amara", "tomas", "ruth"] as const)
    expect((await seen(who)).you.may, who).toEqual(nothing);
  expect((await seen("sofia")).you.may).toEqual({ ...nothing, tier: true, suspend: true });
  expect((await seen("hanna")).you.may).toEqual({ ...nothing, suspend: true });
  const { modelId } = await world.act<{ modelId: string }>("amara", registerModel, {
    key: "to-judge",
    title: "To judge",
    task: "binary",
    purpose: "To be judged.",
  });
  const proposed = await view("sofia", "to-judge");
  expect(proposed).toMatchObject({ you: { may: { accept: true, reject: true, tier: true, suspend: false } } });
  await world.act("sofia", rejectModel, { modelId, reason: "A spreadsheet, not a model." });
  expect(await view("sofia", "to-judge")).toMatchObject({ you: { may: nothing } });
});

test("a model that is restored is active where a version of it runs, and registered where none does", async () => {
  const stopped = async (modelId: string): Promise<string> => {
    const reason = { modelId, reason: "Scores drifted since the release of Friday." };
    await world.act("sofia", suspendModel, reason);
    return (await world.act<{ state: string }>("sofia", restoreModel, reason)).state;
  };
  const { modelId } = await tieredModel(world);
  expect(await stopped(modelId)).toBe("registered");
  const review = await world.approved();
  const { model_id } = await one(world, "review", { id: review.reviewId });
  expect(await stopped(model_id)).toBe("active");
});
