import { type Name, newWorld, type World } from "@countersign/testing";
import type { ModelView } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, createToken, deactivatePerson, modelView, query } from "../../src/index.ts";
import { environmentWith } from "../support/environment.ts";
import { fresh, one, proposedModel, tieredModel } from "../support/scene.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

async function seen(model: string, who: Name | Actor = "ruth"): Promise<ModelView> {
  const asked = await query(world.deps, typeof who === "string" ? world.as(who) : who, modelView, { model });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}
const card = (use: string): string =>
  `# A card\n\n## Purpose\n\n${use}\n\n## Limitations\n\n- Few rows.\n- Not for pricing.\n`;
const names = (people: ModelView["people"]["developed"]): string[] => people.map(({ person }) => person.id);

test("a model without a version has nothing to tell it by; its owner is known, and nobody has had another part", async () => {
  const { key } = await proposedModel(world);
  const { about, people, environments } = await seen(key);
  expect(about).toBeNull();
  expect(environments).toEqual([]);
  expect(people).toMatchObject({
    owner: { person: { id: world.people.amara }, state: "active", roles: ["model_owner"] },
  });
  expect([people.developed, people.validated, people.approved, people.against, people.mayDecide]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
});

test("the version in use tells the model, not a newer one; before that the newest does, and says that nobody approved it", async () => {
  const { key } = await tieredModel(world);
  const draft = await world.draft({ model: key, card: card("Loans, tried.") });
  expect((await seen(key)).about).toMatchObject({
    version: { id: draft.versionId, because: "newest", approval: null, alias: null, reviewId: null },
    card: "read",
    use: { blocks: [{ kind: "text", text: "Loans, tried." }], more: false },
  });
  const review = await world.approved({ model: key, card: card("Loans.") });
  await world.sealed({}, { model: key, card: card("Everything.") });
  const { about, environments } = await seen(key);
  expect(about).toMatchObject({
    version: {
      id: review.versionId,
      because: "in_use",
      alias: "champion",
      approval: { state: "valid" },
      reviewId: review.reviewId,
    },
    use: { blocks: [{ text: "Loans." }] },
    notFor: { blocks: [{ text: "Not for pricing." }] },
    limits: { blocks: [{ text: "Few rows." }] },
  });
  expect(environments).toMatchObject([{ version: { id: review.versionId }, reviewId: review.reviewId }]);
});

test("of several that run, the one that took the most signatures tells the model, whichever was moved last", async () => {
  const { key } = await tieredModel(world);
  const review = await world.approved({ model: key });
  const tried = await environmentWith(
    world,
    { signOffs: [{ role: "approver", act: "approve", count: 1, meaning: "I approve that it is tried." }] },
    [fresh("candidate")],
  );
  const newer = await world.sealed({}, { model: key, environment: tried });
  await world.approve(newer, "priya");
  const { about, aliases } = await seen(key);
  expect(aliases.map(({ version }) => version.id).toSorted()).toEqual([review.versionId, newer.versionId].toSorted());
  expect(about?.version).toMatchObject({ id: review.versionId, alias: "champion", reviewId: review.reviewId });
  expect(about?.version.approval?.state).toBe("valid");
});

test("documents and data stand with their digests; what no card says is null, what is not recorded too", async () => {
  const { key } = await tieredModel(world);
  const { versionId } = await world.draft({ model: key });
  const bare = (await seen(key)).about;
  expect(bare).toMatchObject({ card: "missing", use: null, notFor: null, limits: null, documents: [], sameBytes: [] });
  expect(bare?.run).toEqual({ repository: null, commit: "4f1c2b0", runId: null, registered: null });
  const test_ = await one(world, "version_file", { version_id: versionId, role: "test" });
  expect(bare?.data).toEqual([
    { role: "test", path: "test.parquet", sha256: test_.sha256, size: test_.size, alsoIn: [], more: false },
  ]);
  const other = await world.draft({ model: key, card: "Only a line." });
  const file = await one(world, "version_file", { version_id: other.versionId, role: "card" });
  expect((await seen(key)).about).toMatchObject({
    card: "read",
    use: null,
    documents: [{ role: "card", path: "model-card.md", sha256: file.sha256, size: 12 }],
  });
});

test("who shares data or bytes is told, but never a model that the reader may not see", async () => {
  const [first, second] = [await tieredModel(world), await tieredModel(world)];
  for (const { key } of [first, second]) await world.submit(await world.draft({ model: key, content: "shared bytes" }));
  const { about } = await seen(first.key);
  expect(about?.data[0]?.alsoIn).toMatchObject([{ key: second.key }]);
  expect(about?.sameBytes).toEqual([{ key: second.key, number: 1, label: null }]);
  const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, {
    label: "the first alone",
    ownerId: world.people.tomas,
    roles: ["developer"],
    models: [first.key],
  });
  const limited = (await seen(first.key, { kind: "token", tokenId })).about;
  expect(limited?.data[0]?.alsoIn).toEqual([]);
  expect(limited?.sameBytes).toEqual([]);
});

test("people stand by what they did, with what they hold today; a decision of an open review is not told", async () => {
  const { key } = await tieredModel(world);
  const open = await world.sealed({}, { model: key });
  await world.recommend(open, "liwei");
  await world.approve(open, "priya");
  const before = (await seen(key, "daniel")).people;
  expect(names(before.developed)).toEqual([world.people.tomas]);
  expect([...before.validated, ...before.approved]).toEqual([]);
  expect(names(before.mayDecide)).toEqual([]);
  await world.approve(open, "daniel");
  await world.act("ingrid", deactivatePerson, { personId: world.people.daniel });
  const { people } = await seen(key);
  expect(names(people.validated)).toEqual([world.people.liwei]);
  expect(people.validated[0]).toMatchObject({ state: "active", roles: ["validator"], versions: [1] });
  expect(people.approved).toMatchObject([
    { person: { id: world.people.priya }, state: "active", roles: ["approver"] },
    { person: { id: world.people.daniel }, state: "deactivated", roles: [] },
  ]);
  expect(names(people.mayDecide)).toEqual([world.people.liwei, world.people.priya]);
});
