import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelPage } from "@countersign/domain";
import { job, newWorld, type World } from "@countersign/testing";
import {
  acceptCondition,
  expireApproval,
  giveConditionEvidence,
  modelList,
  query,
  registerModel,
} from "../../src/index.ts";
import { one, tieredModel } from "../support/scene.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const [key, title, task] of [
    ["aa", "zeta", "binary"],
    ["bb", "Alpha", "binary"],
    ["cc", "beta", "regression"],
    ["dd", "beta", "regression"],
    ["ee_1", "per cent", "binary"],
  ])
    await world.act("amara", registerModel, { key, title, task, purpose: "For the list." });
});
afterAll(() => world.end());

async function page(input: object = {}): Promise<ModelPage> {
  const asked = await query(world.deps, world.as("sofia"), modelList, input);
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}
const keys = ({ models }: ModelPage): string[] => models.map(({ key }) => key);

test("page by page every model comes once, in the order of titles whatever their case", async () => {
  const whole = await page({ limit: 200 });
  const found: string[] = [];
  let at: ModelPage | null = null;
  do {
    at = await page({ limit: 2, ...(at?.next ? { after: at.next } : {}) });
    expect(at.models.length).toBeLessThanOrEqual(2);
    found.push(...keys(at));
  } while (at.next !== null);
  expect(found).toEqual(keys(whole));
  expect(whole.next).toBeNull();
  expect(whole.total).toBe(found.length);
  expect(found.indexOf("bb")).toBeLessThan(found.indexOf("cc"));
  expect(found.indexOf("dd")).toBeLessThan(found.indexOf("aa"));
});

test.each(["tier", "open", "owner", "date"])(
  "ordered by %s, page by page every model comes once too",
  async (order) => {
    const whole = keys(await page({ limit: 200, order }));
    const found: string[] = [];
    let at: ModelPage | null = null;
    do {
      at = await page({ limit: 2, order, ...(at?.next ? { after: at.next } : {}) });
      found.push(...keys(at));
    } while (at.next !== null);
    expect(found).toEqual(whole);
  },
);

test("a model without a tier comes after those that have one; what has most open comes first", async () => {
  const tiers = (await page({ order: "tier" })).models.map(({ tier }) => tier);
  expect(tiers.at(-1)).toBeNull();
  expect(tiers[0]).not.toBeNull();
  await world.sealed();
  const [first, second] = (await page({ order: "open" })).models;
  expect(first?.openReviews).toBeGreaterThan(second?.openReviews ?? 0);
});

test("the next date is the nearest open condition or end of an approval that counts, late ones first", async () => {
  const of = async (key: string) => (await page({ key })).models[0]?.nextDate ?? null;
  const { key: bound } = await tieredModel(world);
  expect(await of(bound)).toBeNull();
  const review = await world.sealed({ "perf.gini": 0.3 }, { model: bound });
  await world.propose(review);
  expect(await of(bound)).toBeNull();
  await world.recommend(review);
  await world.approve(review, "priya");
  await world.approve(review, "daniel");
  const condition = await one(world, "condition", { review_id: review.reviewId });
  expect(await of(bound)).toEqual({ at: condition.due_at, what: "condition" });

  const { key: ended } = await tieredModel(world);
  const first = await world.approved({ model: ended, content: "the same bytes" });
  const approval = await one(world, "approval", { review_id: first.reviewId });
  expect(await of(ended)).toEqual({ at: approval.valid_until, what: "approval" });
  const far = (await page({ order: "date", limit: 200 })).models;
  const places = [bound, ended, "aa"].map((key) => far.findIndex((model) => model.key === key));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(
    far.map(({ nextDate }) => nextDate?.at ?? "9").every((at, i, all) => i === 0 || (all[i - 1] ?? "") <= at),
  ).toBe(true);
  // A condition that is met no longer waits: what is left is the end of the approval.
  await world.act("amara", giveConditionEvidence, { conditionId: condition.id, evidence: "The report of September." });
  await world.act("liwei", acceptCondition, { conditionId: condition.id });
  expect(await of(bound)).toMatchObject({ what: "approval" });

  // What runs under an approval that has ended stays in sight, until the version is approved anew.
  const later = { ...world.workerDeps, now: () => new Date(Date.now() + 400 * 86_400_000) };
  const expired = await world.try(job, expireApproval, { approvalId: approval.id }, { deps: later });
  expect(expired.ok).toBe(true);
  expect(await of(ended)).toEqual({ at: approval.valid_until, what: "approval" });
  const again = await world.submit(first);
  await world.seal(again, await world.measure(again));
  await world.recommend(again);
  await world.approve(again, "priya");
  await world.approve(again, "daniel");
  const renewed = await one(world, "approval", { review_id: again.reviewId });
  expect(await of(ended)).toEqual({ at: renewed.valid_until, what: "approval" });
  // A newer version takes the alias over: the older one's approval runs on, and no longer waits for anybody.
  const newer = await world.approved({ model: ended });
  const newest = await one(world, "approval", { review_id: newer.reviewId });
  expect(await of(ended)).toEqual({ at: newest.valid_until, what: "approval" });
});

test("every word has to be found, in key, title, task or the owner's name; signs of a pattern are themselves", async () => {
  const found = await page({ q: "REGRESSION amara beta" });
  expect(keys(found)).toEqual(["cc", "dd"]);
  expect(found.matching).toBe(2);
  expect(found.total).toBeGreaterThan(2);
  expect(keys(await page({ q: "ee_1" }))).toEqual(["ee_1"]);
  expect(keys(await page({ q: "%" }))).toEqual([]);
  expect(keys(await page({ q: "b_b" }))).toEqual([]);
});

test("a place that nobody was given, and an order that there is not, are refused", async () => {
  const numbers = Buffer.from("[1,2,3]").toString("base64url");
  for (const wrong of [{ after: "nonsense" }, { after: "" }, { after: numbers }, { order: "__proto__" }]) {
    const refused = await query(world.deps, world.as("sofia"), modelList, wrong);
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "invalid_input" } });
  }
});
