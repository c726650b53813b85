import type { Changed } from "@countersign/domain";
import { newWorld, type Review, type World } from "@countersign/testing";
import { requestChanges, resumeReview } from "../../src/index.ts";
import { changedSince, type EvidenceThen } from "../../src/reviews/since.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

/** Li Wei asks for changes, and the next round measures this. */
async function nextRound(review: Review, values: Parameters<World["measure"]>[1]): Promise<void> {
  await world.act("liwei", requestChanges, { ...(await world.seen(review)), reason: "Measure it again, please." });
  await world.act("tomas", resumeReview, { reviewId: review.reviewId, why: "Measured again as was asked." });
  await world.seal(review, await world.measure(review, values));
}
const carriedOf = async (review: Review, who: "liwei" | "priya") =>
  (await world.view(review, who)).sections.flatMap(({ section, carried }) =>
    carried ? [[section, carried.round]] : [],
  );

test("who reviewed an earlier round is told what changed since, in figures; their marks carry over where nothing did", async () => {
  const review = await world.sealed({ "perf.gini": 0.3 });
  expect((await world.view(review)).since).toBeNull();
  await world.read(review, "liwei");
  expect(await carriedOf(review, "liwei")).toEqual([]);
  // Another figure that ends otherwise, and one that ends as before.
  await nextRound(review, { "perf.gini": 0.5, "perf.roc_auc": 0.9 });
  const { since } = await world.view(review);
  expect(since).toMatchObject({ round: 1, changed: { metrics: 2, checks: 1, data: 0, documents: 0, base: false } });
  expect(await carriedOf(review, "liwei")).toEqual([
    ["changes", 1],
    ["data", 1],
    ["documents", 1],
  ]);
  // A mark of this round is no mark that was carried over.
  await world.read(review, "liwei");
  expect((await world.view(review)).sections.every(({ reviewedByYou }) => reviewedByYou)).toBe(true);
  expect((await carriedOf(review, "liwei")).map(([section]) => section)).not.toContain("checks");
  // To whoever comes to it now everything is new.
  expect((await world.view(review, "priya")).since).toBeNull();
  expect(await carriedOf(review, "priya")).toEqual([]);
});

test("it is told since the last round that one reviewed, and where nothing moved nothing is counted", async () => {
  const review = await world.sealed({ "perf.gini": 0.5 });
  await nextRound(review, { "perf.gini": 0.5 });
  const { since } = await world.view(review);
  expect(since).toMatchObject({ round: 1, changed: { metrics: 0, checks: 0, base: false } });
  // She asked for changes and marked nothing: nothing is hers that could be folded.
  expect(await carriedOf(review, "liwei")).toEqual([]);
  await nextRound(review, { "perf.gini": 0.6 });
  expect((await world.view(review)).since).toMatchObject({ round: 2, changed: { metrics: 1, checks: 0 } });
});

test("after the end nothing is told as changed", async () => {
  const review = await world.sealed();
  await nextRound(review, { "perf.gini": 0.6 });
  await world.recommend(review);
  expect((await world.view(review)).since).toMatchObject({ round: 1 });
  for (const who of ["priya", "daniel"] as const) await world.approve(review, who);
  expect((await world.view(review)).since).toBeNull();
});

test("a result that differs in anything but its figures counts as a check; a file as data or as a document", () => {
  const evidence = {
    evidence: 1,
    review: "rev_1",
    round: 1,
    model: "m",
    version: { id: "ver_1", number: 1, label: null, identity: "a" },
    environment: "production",
    policy: "p",
    submission: "s",
    base: null,
    checks: { "perf.gini": "one", gone: "two" },
    files: [
      { role: "test", path: "test.csv", sha256: "one" },
      { role: "card", path: "card.md", sha256: "one" },
    ],
  } as const;
  const result = {
    check: "perf.gini",
    version: "1.0.0",
    params: {},
    status: "measured",
    measurements: [{ value: 0.5, n: 10 }],
    assurance: "recomputed",
    inputs: {},
    engine: {},
    isolation: "none",
  } as const;
  const then = { document: evidence, results: new Map([["perf.gini", result]]) } as unknown as EvidenceThen;
  const now = (change: object, after: object = {}): Changed =>
    changedSince(then, {
      evidence: { ...evidence, ...change },
      results: new Map([["perf.gini", { ...result, ...after }]]),
      pinned: { policy: { checks: [] } },
    } as unknown as Parameters<typeof changedSince>[1]);
  const nothing = { metrics: 0, checks: 0, data: 0, documents: 0, base: false };
  expect(now({})).toEqual(nothing);
  expect(now({ checks: { ...evidence.checks, "perf.gini": "other" } })).toEqual({ ...nothing, checks: 1 });
  expect(now({ checks: { "perf.gini": "one" } })).toEqual({ ...nothing, checks: 1 });
  expect(
    now(
      { checks: { ...evidence.checks, "perf.gini": "other" } },
      {
        measurements: [
          { value: 0.5, n: 10 },
          { subject: "age: 18", value: 0.4, n: 10 },
        ],
      },
    ),
  ).toEqual({ ...nothing, metrics: 1 });
  expect(
    now({ files: [{ role: "test", path: "test.csv", sha256: "other" }], base: { version: "ver_0", identity: "b" } }),
  ).toEqual({ ...nothing, data: 1, documents: 1, base: true });
});
