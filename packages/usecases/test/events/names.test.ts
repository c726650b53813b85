import { rows } from "@countersign/db";
import type { EventPage } from "@countersign/domain";
import { type Name, newWorld, type Review, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { defineWorkspace, eventList, query, registerModel } from "../../src/index.ts";

let world: World;
let review: Review;
beforeAll(async () => {
  world = await newWorld();
  await world.act("amara", registerModel, { key: "fraud-xgb", title: "Fraud, boosted", task: "binary", purpose: "x" });
  review = await world.approved();
});
afterAll(() => world.end());

async function page(who: Name, input: object = {}): Promise<EventPage> {
  const asked = await query(world.deps, world.as(who), eventList, { limit: 200, ...input });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}
const streams = ({ events }: EventPage): string[] => [...new Set(events.map(({ stream }) => stream))];
const version = (): string => `credit-pd/${review.number}`;

test("streams have names, and lead to what they are of", async () => {
  const { names } = await page("ruth");
  expect(names[`review:${review.reviewId}`]).toEqual({
    name: `Review of ${version()} for production`,
    href: `/reviews/${review.reviewId}`,
  });
  expect(names[`version:${review.versionId}`]).toEqual({
    name: version(),
    href: `/models/credit-pd/versions/${review.number}`,
  });
  expect(names[`model:${world.modelId}`]).toEqual({ name: "credit-pd", href: "/models/credit-pd" });
  const [approval] = await rows(world.deps.database, "approval", { review_id: review.reviewId });
  expect(names[`approval:${approval?.id}`]?.name).toBe(`Approval of ${version()} for production`);
  expect(Object.values(names).map(({ name }) => name)).toContainEqual(expect.stringMatching(/^Policy /));
  expect(names[`reader:${world.people.ruth}`]?.name).toMatch(/^Reading by /);
});

test("the names of one page take the same number of questions, however many streams it has", async () => {
  const { pool } = world.deps.database;
  const client = await pool.connect();
  const spy = vi.spyOn(Object.getPrototypeOf(client) as { query(): unknown }, "query");
  client.release();
  const asked = async (): Promise<[streams: number, questions: number]> => {
    spy.mockClear();
    const found = await page("ruth", { act: "approval.granted" });
    return [streams(found).length, spy.mock.calls.length];
  };
  const [few, questions] = await asked();
  expect(questions).toBeGreaterThan(5);
  for (let made = 0; made < 3; made++) await world.approved();
  expect(await asked()).toEqual([few + 3, questions]);
  spy.mockRestore();
});

test("a model's name brings all that is of it: by key, by title, by words, by one version", async () => {
  const whole = await page("ruth", { stream: "credit-pd" });
  expect(whole.of).toEqual({ named: [{ name: "credit-pd", href: "/models/credit-pd" }], more: 0 });
  expect(streams(whole)).toEqual(
    expect.arrayContaining([
      `model:${world.modelId}`,
      `version:${review.versionId}`,
      `review:${review.reviewId}`,
      expect.stringMatching(/^approval:/),
    ]),
  );
  const title = (await rows(world.deps.database, "model", { id: world.modelId }))[0]?.title ?? "";
  expect(streams(await page("ruth", { stream: title.toUpperCase() })).toSorted()).toEqual(streams(whole).toSorted());
  const words = await page("ruth", { stream: "boosted fraud" });
  expect([words.of?.named.map(({ name }) => name), streams(words).length]).toEqual([["fraud-xgb"], 1]);
  const one = await page("ruth", { stream: version() });
  expect(one.of?.named[0]?.name).toBe(version());
  expect(streams(one)).toContain(`review:${review.reviewId}`);
  expect(streams(one)).not.toContain(`model:${world.modelId}`);
  expect(one.events.length).toBeLessThan(whole.events.length);
});

test("a stream as the record names it goes on working; a name that is nothing brings nothing", async () => {
  const one = await page("ruth", { stream: `review:${review.reviewId}` });
  expect(streams(one)).toEqual([`review:${review.reviewId}`]);
  expect(one.of?.named[0]?.name).toBe(`Review of ${version()} for production`);
  for (const stream of ["no-such-model", "credit-pd/999", "review:none", "%"]) {
    const none = await page("ruth", { stream });
    expect([stream, none.events.length, none.of?.named]).toEqual([stream, 0, []]);
  }
  expect((await page("ruth")).of).toBeNull();
});

test("what the reader may not see has no name and is not found by one", async () => {
  await world.act("ingrid", defineWorkspace, { key: "other", title: "Other" });
  const [other] = await rows(world.deps.database, "workspace", { key: "other" });
  const workspace = { stream: `workspace:${other?.id}` };
  expect((await page("priya", workspace)).of?.named).toEqual([]);
  expect((await page("ingrid", workspace)).of?.named).toEqual([{ name: "Workspace other", href: null }]);
  // Nobody holds no role anywhere: a developer is not told who they are, whoever oversees is.
  const person = { stream: `person:${world.people.nobody}` };
  expect((await page("tomas", person)).of?.named).toEqual([]);
  expect((await page("ruth", person)).of?.named[0]?.name).toMatch(/^Access of /);
});

test("a signature bears its seal as it stands now, and a hidden one tells nothing", async () => {
  const signed = async (who: Name, of: Review) =>
    (await page(who, { stream: `review:${of.reviewId}`, act: "decision.signed" })).events.map(({ seal }) => seal);
  expect(await signed("ruth", review)).toEqual(["valid", "valid", "valid"]);
  const open = await world.sealed();
  await world.recommend(open);
  await world.approve(open, "priya");
  expect(await signed("daniel", open)).toEqual(["hidden", "valid"]);
  expect(await signed("priya", open)).toEqual(["valid", "valid"]);
  const others = (await page("ruth", { act: "review" })).events.filter(({ act }) => act !== "review.changes_requested");
  expect(new Set(others.map(({ seal }) => seal))).toEqual(new Set([null]));
});
