import { sql } from "@countersign/db";
import { newWorld, type World } from "@countersign/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  commentOnReview,
  endDigest,
  followTrail,
  type Letter,
  personOfUnsubscribe,
  preferencesOf,
  sendNotices,
  snoozeReview,
} from "../../src/index.ts";
import { Letterbox, prefer, secret, usual } from "./post.ts";

let world: World;
let box: Letterbox;
beforeEach(async () => {
  world = await newWorld();
  box = new Letterbox();
  await followTrail(world.workerDeps);
});
afterEach(() => world.end());

const dayMs = 86_400_000;
/** The next Tuesday that is four days away at least, so that what is done now has happened some days before it. */
const tuesday = ((): string => {
  const now = new Date();
  const ahead = 4 + ((2 - now.getUTCDay() - 4 + 14) % 7);
  return new Date(now.getTime() + ahead * dayMs).toISOString().slice(0, 10);
})();
const dayAfter = (days: number): string => new Date(Date.parse(tuesday) + days * dayMs).toISOString().slice(0, 10);
/** The mails of the morning that come when the clock goes from one moment to another. */
async function mornings(from: string, to: string): Promise<Letter[]> {
  await world.database.admin.db.execute(sql`update ops.notice_cursor set planned_until = ${from}`);
  await sendNotices({ ...world.workerDeps, now: () => new Date(to) }, { post: box, secret });
  return box.digests.splice(0);
}
const morning = (day: string): Promise<Letter[]> => mornings(`${day}T07:00:00Z`, `${day}T08:00:30Z`);
const textTo = (letters: Letter[], name: string): string => letters.find(({ to }) => to.name === name)?.text ?? "";
const headings = (text: string): string[] => text.split("\n\n").map((block) => block.split("\n")[0] ?? "");

test("on weekdays at eight, where their person is, with what waits; on other days and at other hours, none", async () => {
  await world.sealed();
  await prefer(world, "liwei", { zone: "America/New_York" });
  expect((await morning(tuesday)).map(({ to }) => to.name)).toEqual(["tomas"]);
  expect((await mornings(`${tuesday}T12:00:00Z`, `${tuesday}T13:30:00Z`)).map(({ to }) => to.name)).toEqual(["liwei"]);
  // Once a day, and not where the hour had passed before anybody looked, or is long over.
  expect(await morning(tuesday)).toEqual([]);
  expect(await mornings(`${dayAfter(1)}T08:30:00Z`, `${dayAfter(1)}T09:00:00Z`)).toEqual([]);
  expect(await mornings(`${dayAfter(1)}T07:00:00Z`, `${dayAfter(1)}T12:30:00Z`)).toEqual([]);
  for (const day of [dayAfter(4), dayAfter(5)])
    expect(await mornings(`${day}T00:00:00Z`, `${day}T08:00:30Z`)).toEqual([]);
});

test("what waits on others for less than three days is not in it", async () => {
  await world.sealed();
  // From the first weekday's morning after now to Friday's or Monday's it is less.
  const first = [0, 1, 2, 3]
    .map((ahead) => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10))
    .find((day) => Date.parse(`${day}T08:00:00Z`) > Date.now() && ![0, 6].includes(new Date(day).getUTCDay()));
  expect((await morning(first ?? "")).map(({ to }) => to.name)).toEqual(["liwei"]);
});

test("your turn by its date, conditions, what waits on others, what was decided, and what was written; nothing is no mail", async () => {
  const conditional = await world.sealed({ "perf.gini": 0.3 });
  await world.propose(conditional);
  await world.recommend(conditional);
  for (const who of ["priya", "daniel"] as const) await world.approve(conditional, who);
  const waiting = await world.sealed();
  const { reviewId } = waiting;
  await world.recommend(await world.sealed());
  await world.act("priya", commentOnReview, { reviewId, body: "Which sample is this?" });
  await world.act("hanna", commentOnReview, { reviewId, body: "The one of May." });
  await followTrail(world.workerDeps);
  const letters = await morning(tuesday);
  expect(letters.map(({ to }) => to.name).toSorted()).toEqual(["ada", "amara", "daniel", "liwei", "priya", "tomas"]);
  expect(headings(textTo(letters, "priya"))).toEqual(["Your turn", "Also", expect.any(String), "No more of these"]);
  expect(textTo(letters, "priya")).toContain("hanna wrote in a discussion in which you wrote.");
  expect(textTo(letters, "amara")).toMatch(
    /^Conditions\n- Retail credit PD, version 1: Condition 1 waits for your evidence\. Due /,
  );
  expect(textTo(letters, "tomas")).toMatch(/^Waiting on others for more than 3 days\n- .* waits for liwei since /);
  // The same answer is in no second morning.
  expect(textTo(await morning(dayAfter(1)), "priya")).not.toContain("Also");
});

test("what was decided since the last weekday morning, which on a Monday was Friday's", async () => {
  await world.approved();
  const decidedAt = async (moment: string): Promise<void> => {
    await world.database.admin.db.execute(sql`set session_replication_role = replica`);
    await world.database.admin.pool.query("alter table gov.review disable trigger all");
    await world.database.admin.pool.query("update gov.review set ended_at = $1", [moment]);
    await world.database.admin.pool.query("alter table gov.review enable always trigger guard");
  };
  const monday = dayAfter(6);
  for (const [moment, told] of [
    [`${dayAfter(3)}T08:00:00.000Z`, true],
    [`${dayAfter(3)}T07:59:59.000Z`, false],
  ] as const) {
    await world.database.admin.db.execute(sql`delete from ops.notice`);
    await decidedAt(moment);
    expect(textTo(await morning(monday), "priya").includes("Decided since")).toBe(told);
  }
});

test("what somebody has put off, or switched off, is not in it", async () => {
  const { reviewId } = await world.sealed();
  const until = `${dayAfter(1)}T08:00:00.000Z`;
  await snoozeReview(world.deps, world.as("liwei"), { reviewId, until });
  expect(textTo(await morning(tuesday), "liwei")).toBe("");
  await world.sealed();
  await prefer(world, "liwei", { notices: { ...usual.notices, turn: "off" } });
  expect(textTo(await morning(dayAfter(1)), "liwei")).toBe("");
});

test("it is ended by its own link alone, signed by us, and all else that was chosen stays", async () => {
  await world.sealed();
  await prefer(world, "liwei", { zone: "Europe/Berlin", language: "de", quiet: { from: "22:00", to: "06:00" } });
  const [letter] = (await mornings(`${tuesday}T05:00:00Z`, `${tuesday}T07:00:30Z`)).filter(
    ({ to }) => to.name === "liwei",
  );
  expect(letter?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  const [, token = ""] =
    /^<http:\/\/portal\.test\/unsubscribe\?t=([^>]+)>$/.exec(letter?.headers["List-Unsubscribe"] ?? "") ?? [];
  expect(personOfUnsubscribe(secret, token)).toBe(world.people.liwei);
  const [personId = "", signed = ""] = token.split(".");
  for (const other of [
    `${world.people.priya}.${signed}`,
    `${personId}.${signed.slice(0, -2)}AA`,
    `${personId}.`,
    personId,
    "",
  ])
    expect(personOfUnsubscribe(secret, other)).toBeNull();
  expect(personOfUnsubscribe("another secret", token)).toBeNull();
  const before = await preferencesOf(world.deps.database, world.people.liwei);
  await endDigest(world.deps, world.people.liwei);
  expect(await preferencesOf(world.deps.database, world.people.liwei)).toEqual({ ...before, digest: false });
  expect(textTo(await mornings(`${dayAfter(1)}T05:00:00Z`, `${dayAfter(1)}T07:00:30Z`), "liwei")).toBe("");
  await endDigest(world.deps, world.people.priya);
  expect((await preferencesOf(world.deps.database, world.people.priya)).digest).toBe(false);
});

test("a morning that could not be mailed is not mailed the day after", async () => {
  await world.sealed();
  box.answer = { ok: false, why: "away", kind: "away" };
  await morning(tuesday);
  box.answer = { ok: true };
  expect(await mornings(`${dayAfter(1)}T08:30:00Z`, `${dayAfter(1)}T09:00:00Z`)).toEqual([]);
});
