import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelPage } from "@countersign/domain";
import { newWorld, type World } from "@countersign/testing";
import { modelList, query, registerModel } from "../../src/index.ts";

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

test.each(["tier", "open", "owner"])("ordered by %s, page by page every model comes once too", async (order) => {
  const whole = keys(await page({ limit: 200, order }));
  const found: string[] = [];
  let at: ModelPage | null = null;
  do {
    at = await page({ limit: 2, order, ...(at?.next ? { after: at.next } : {}) });
    found.push(...keys(at));
  } while (at.next !== null);
  expect(found).toEqual(whole);
});

test("a model without a tier comes after those that have one; what has most open comes first", async () => {
  const tiers = (await page({ order: "tier" })).models.map(({ tier }) => tier);
  expect(tiers.at(-1)).toBeNull();
  expect(tiers[0]).not.toBeNull();
  await world.sealed();
  const [first, second] = (await page({ order: "open" })).models;
  expect(first?.openReviews).toBeGreaterThan(second?.openReviews ?? 0);
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
