import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  assignReview,
  commentOnReview,
  requestChanges,
  revokeRole,
  sendNotices,
  snoozeReview,
  unassignReview,
  withdrawDecision,
  withdrawReview,
} from "../../src/index.ts";
import { rows } from "@countersign/db";
import { inMinutes, Letterbox, secret, work } from "./post.ts";

let world: World;
let box: Letterbox;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(async () => {
  // What other tests left is told to nobody here.
  box = new Letterbox();
  await work(world, null, inMinutes(60));
});
afterAll(() => world.end());

const subjects = (letters: { subject: string }[]): string[] =>
  letters.map(({ subject }) => subject.replace(/\w{3} \d{1,2} \w{3}$/, "DAY").replace(/v\d+/, "vN"));
const recommendation = "[credit-pd vN] Your recommendation is due DAY";
const approval = "[credit-pd vN] Your approval is due DAY";

test("of what was there before anybody followed nothing is told; of what comes after, whose turn it is", async () => {
  const fresh = await newWorld();
  await fresh.sealed();
  await work(fresh, box);
  await work(fresh, box, inMinutes(20));
  expect(box.letters).toEqual([]);
  const { reviewId, versionId } = await fresh.sealed();
  await work(fresh, box, inMinutes(20));
  const [letter, ...others] = box.of("liwei");
  expect(others).toEqual([]);
  expect(subjects(letter ? [letter] : [])).toEqual([recommendation]);
  expect(letter?.text).toContain("Your recommendation is asked. It is due ");
  expect(letter?.text).toContain("The system sealed the evidence of round 1");
  expect(letter?.text.match(/https?:\/\/\S+/g)).toEqual([`http://portal.test/reviews/${reviewId}`]);
  expect(letter?.html).toContain(`<a href="http://portal.test/reviews/${reviewId}">`);
  expect(letter?.references).toBe(`<${versionId}@portal.test>`);
  await fresh.end();
});

test("a turn is told once, and to those alone whose turn it is", async () => {
  const review = await world.sealed();
  await work(world, box, inMinutes(20));
  expect(box.letters.map(({ to }) => to.name)).toEqual(["liwei"]);
  await world.act("tomas", commentOnReview, { reviewId: review.reviewId, body: "Which sample is this?" });
  await work(world, box, inMinutes(40));
  expect(box.of("liwei")).toHaveLength(1);
});

test("several happenings on one version within ten minutes are one mail, and none goes before", async () => {
  const review = await world.sealed();
  await world.recommend(review);
  await work(world, box, inMinutes(9));
  expect(box.letters).toEqual([]);
  await world.act("sofia", assignReview, {
    reviewId: review.reviewId,
    personId: world.people.priya,
    role: "approver",
    insteadOf: null,
  });
  await work(world, box, inMinutes(9));
  expect(box.letters).toEqual([]);
  await work(world, box, inMinutes(11));
  const letters = box.of("priya");
  expect(subjects(letters)).toEqual([approval]);
  expect(letters[0]?.text).toContain("sofia asked you.");
  expect(letters[0]?.text.match(/- .*/g)).toEqual([
    expect.stringContaining("Your approval is asked (1 of 2)."),
    "- sofia asked somebody for the sign-off as approver",
  ]);
});

test("what has passed when it is to be sent is not sent", async () => {
  const [signed, withdrawn] = [await world.sealed(), await world.sealed()];
  await work(world, box, inMinutes(5));
  await world.recommend(signed);
  // Not followed yet: it is seen at sending.
  await world.act("tomas", withdrawReview, { reviewId: withdrawn.reviewId, reason: "The sample was the wrong one." });
  await sendNotices({ ...world.workerDeps, now: () => inMinutes(15) }, { post: box, secret });
  expect(box.letters).toEqual([]);
});

test("whoever makes it their own turn is not told; a turn that comes back by somebody else is told again", async () => {
  const review = await world.sealed();
  const { reviewId } = review;
  await world.recommend(review);
  await work(world, box, inMinutes(20));
  box.letters.splice(0);
  for (const who of ["priya", "ada"] as const)
    await world.act("sofia", assignReview, {
      reviewId,
      personId: world.people[who],
      role: "approver",
      insteadOf: null,
    });
  await work(world, box, inMinutes(40));
  expect(box.letters.map(({ to }) => to.name).toSorted()).toEqual(["ada", "priya"]);
  box.letters.splice(0);
  // Ada gives it back: that it is anybody's again is news to Daniel and to none who had it.
  await world.act("ada", unassignReview, { reviewId, personId: world.people.ada });
  await work(world, box, inMinutes(60));
  expect(box.letters.map(({ to }) => to.name)).toEqual(["daniel"]);
  box.letters.splice(0);
  await world.act("daniel", assignReview, {
    reviewId,
    personId: world.people.daniel,
    role: "approver",
    insteadOf: null,
  });
  await work(world, box, inMinutes(80));
  expect(box.letters).toEqual([]);
});

test("nothing in a mail tells a decision that is out of its reader's sight", async () => {
  const review = await world.sealed();
  const { reviewId } = review;
  await world.recommend(review);
  const ada = { reviewId, personId: world.people.ada, role: "approver", insteadOf: null };
  await world.act("sofia", assignReview, ada);
  // With her signature the other is asked of Ada alone: Daniel's turn has passed before it was told.
  await world.approve(review, "priya");
  await work(world, box, inMinutes(20));
  expect(box.of("daniel")).toEqual([]);
  // Taken back, it is Daniel's turn: he is told that it is, and not by what.
  await world.act("priya", withdrawDecision, { reviewId, reason: "I looked at the wrong version of it." });
  await work(world, box, inMinutes(40));
  const letters = box.of("daniel");
  expect(subjects(letters)).toEqual([approval]);
  expect(`${letters[0]?.text}${letters[0]?.html}`).not.toMatch(/priya|withdrew|signature|signed/);
});

test("what somebody has put off meanwhile is not mailed to them", async () => {
  const { reviewId } = await world.sealed();
  await work(world, box, inMinutes(1));
  const until = inMinutes(3 * 24 * 60).toISOString();
  await snoozeReview(world.deps, world.as("liwei"), { reviewId, until });
  await work(world, box, inMinutes(20));
  expect(box.letters).toEqual([]);
});

test("whoever has lost their role before it is sent is told nothing", async () => {
  await world.sealed();
  const mended = await world.sealed();
  await world.act("liwei", requestChanges, { ...(await world.seen(mended)), reason: "Measure it again, please." });
  await work(world, box, inMinutes(1));
  for (const who of ["liwei", "tomas"] as const) {
    const [grant] = await rows(world.deps.database, "role_grant", { person_id: world.people[who] });
    await world.act("ingrid", revokeRole, { grantId: grant?.id });
  }
  await work(world, box, inMinutes(20));
  const told = box.letters.map(({ to, subject }) => `${to.name}: ${subject}`);
  expect(told.toSorted()).toEqual([
    "liwei: [Countersign] Your roles have changed",
    "tomas: [Countersign] Your roles have changed",
  ]);
});
