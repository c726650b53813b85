import type { News } from "@countersign/domain";
import { type Name, newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commentOnReview, deactivatePerson, eventList, follow, query, trailEndNow } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const nothingFor = 2_500;

/** Follows as somebody; `next` answers what is told within a time, or null. */
function following(who: Name, after: number | null = null) {
  const over = new AbortController();
  const told = follow(world.deps, world.as(who), after, over.signal);
  const next = async (): Promise<News | "ended" | null> => {
    const timer = new Promise<null>((resolve) => setTimeout(() => resolve(null), nothingFor));
    return Promise.race([told.next().then(({ value, done }) => (done ? "ended" : value)), timer]);
  };
  return { next, stop: () => over.abort() };
}

test("what is committed is told to whoever may see it, once and as it happens", async () => {
  const { reviewId } = await world.sealed();
  const liwei = following("liwei");
  expect(await liwei.next()).toMatchObject({ streams: [] });
  await world.act("tomas", commentOnReview, { reviewId, body: "Which sample is this?" });
  const news = await liwei.next();
  expect(news).toMatchObject({ streams: [`review:${reviewId}`], to: (await trailEndNow(world.deps)).lastEvent });
  expect(await liwei.next()).toBeNull();
  liwei.stop();
});

test("reading the trail is no news", async () => {
  const liwei = following("liwei");
  await liwei.next();
  await query(world.deps, world.as("ruth"), eventList, {});
  await query(world.deps, world.as("liwei"), eventList, {});
  expect(await liwei.next()).toBeNull();
  liwei.stop();
});

test("whoever comes back is told what was missed; what they have seen is not told again", async () => {
  const { reviewId } = await world.sealed();
  const { lastEvent } = await trailEndNow(world.deps);
  await world.act("tomas", commentOnReview, { reviewId, body: "Which sample is this?" });
  const back = following("liwei", lastEvent);
  expect(await back.next()).toMatchObject({ streams: [`review:${reviewId}`] });
  back.stop();
  const fresh = following("liwei", (await trailEndNow(world.deps)).lastEvent);
  expect(await fresh.next()).toMatchObject({ streams: [] });
  fresh.stop();
});

test("nobody is told of what they may not see, and somebody whose access ends is told nothing more", async () => {
  const elsewhere = following("nobody");
  const tomas = following("tomas");
  expect(await elsewhere.next()).toMatchObject({ streams: [] });
  expect(await tomas.next()).toMatchObject({ streams: [] });
  const { reviewId } = await world.sealed();
  expect(await elsewhere.next()).toBeNull();
  // A reading may fall into the middle of what happens: the next has the rest.
  const heard: string[] = [];
  while (!heard.includes(`review:${reviewId}`)) {
    const news = await tomas.next();
    if (news === null || news === "ended" || news.streams === "all") throw new Error(`only ${heard.join(", ")}`);
    heard.push(...news.streams);
  }
  // What somebody was refused is theirs, and for those who oversee.
  await world.try("priya", commentOnReview, { reviewId: 5 });
  expect(await tomas.next()).toBeNull();
  elsewhere.stop();
  tomas.stop();
  const leaves = following("ada");
  await leaves.next();
  await world.act("ingrid", deactivatePerson, { personId: world.people.ada });
  expect(await leaves.next()).toBe("ended");
});
