import { sql } from "@countersign/db";
import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deactivatePerson, grantRole, type Letter, type Posted, revokeRole, sendNotices } from "../../src/index.ts";
import { inMinutes, Letterbox, prefer, secret, usual, work } from "./post.ts";

let world: World;
let box: Letterbox;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(async () => {
  box = new Letterbox();
  await work(world, null, inMinutes(30));
});
afterAll(() => world.end());

const send = (now: Date) => sendNotices({ ...world.workerDeps, now: () => now }, { post: box, secret });
const granted = async (): Promise<void> => {
  const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, {
    personId: world.people.dirk,
    role: "developer",
  });
  await world.act("ingrid", revokeRole, { grantId });
};
const at = (iso: string): Date => new Date(iso);
/** Moves what waits to a moment, as though it had happened then. */
const happenedAt = (iso: string) =>
  world.database.admin.db.execute(
    sql`update ops.notice set at = ${iso}, not_before = ${iso} where not_before is not null`,
  );

test("a mail server that is away loses nothing: it is tried again later and later, as the same mail", async () => {
  await granted();
  box.answer = { ok: false, why: "connect ECONNREFUSED", kind: "away" };
  await work(world, box, inMinutes(1));
  box.answer = { ok: true };
  await send(inMinutes(2));
  // One was tried, and the other waited for a server that answers.
  expect(box.letters).toHaveLength(1);
  await send(inMinutes(3.5));
  const ids = box.letters.map(({ messageId }) => messageId);
  expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  await send(inMinutes(90));
  expect(box.letters).toHaveLength(2);
});

test("each attempt waits longer than the one before, an hour at most, and after a week it is given up", async () => {
  await prefer(world, "liwei", {});
  await world.sealed();
  await work(world, null, inMinutes(0));
  box.answer = { ok: false, why: "greylisted", kind: "later" };
  const tries: number[] = [];
  const post = {
    send: async ({ headers }: Letter): Promise<Posted> => {
      if (!("List-Unsubscribe" in headers)) tries.push(minute);
      return box.answer;
    },
  };
  let minute = 0;
  for (; minute <= 200; minute++)
    await sendNotices({ ...world.workerDeps, now: () => inMinutes(minute + 0.5) }, { post, secret });
  const gaps = tries.slice(1).map((moment, i) => moment - (tries[i] ?? 0));
  expect(gaps.slice(0, 7)).toEqual([2, 4, 8, 16, 32, 60, 60]);
  const before = tries.length;
  await sendNotices({ ...world.workerDeps, now: () => inMinutes(8 * 24 * 60) }, { post, secret });
  expect(tries).toHaveLength(before);
});

test("what is refused for good is not tried again, and what it told stands in the portal with the reason", async () => {
  await granted();
  box.answer = { ok: false, why: "550 no such\r\nuser", kind: "refused" };
  await work(world, box, inMinutes(1));
  box.answer = { ok: true };
  await send(inMinutes(200));
  expect(box.letters).toEqual([]);
  const kept = await world.database.admin.db.execute<{ failure: string }>(
    sql`select failure from ops.notice where failure is not null`,
  );
  expect(kept.rows.map(({ failure }) => failure)).toContain("550 no such user");
});

test("a worker that is killed after sending sends the same mail again, and one that is killed before loses none", async () => {
  await granted();
  const killed = { send: () => Promise.reject(new Error("killed")) };
  await work(world, null, new Date(0));
  await expect(sendNotices({ ...world.workerDeps, now: () => inMinutes(1) }, { post: killed, secret })).rejects.toThrow(
    "killed",
  );
  await send(inMinutes(10));
  expect(box.letters).toHaveLength(2);
});

test("a worker without a mail server tells in the portal alone, and one that has a server later sends nothing old", async () => {
  await granted();
  await work(world, null, inMinutes(1));
  await send(inMinutes(2));
  expect(box.letters).toEqual([]);
});

test("in quiet hours nothing is mailed but what concerns the account; where they end, it is", async () => {
  await prefer(world, "liwei", { zone: "America/New_York", quiet: { from: "22:00", to: "07:00" } });
  await world.sealed();
  await work(world, null, new Date(0));
  // 23:30 on a January night in New York, and 07:00 of the next morning.
  await happenedAt("2027-01-13T04:20:00.000Z");
  await send(at("2027-01-13T04:30:00Z"));
  expect(box.letters).toEqual([]);
  await send(at("2027-01-13T11:59:00Z"));
  expect(box.letters).toEqual([]);
  await send(at("2027-01-13T12:00:00Z"));
  expect(box.of("liwei")).toHaveLength(1);
  await prefer(world, "dirk", { zone: "America/New_York", quiet: { from: "00:00", to: "23:59" } });
  await granted();
  await work(world, box, inMinutes(1));
  expect(box.letters).toHaveLength(2);
});

test("on the day that clocks change, quiet hours end when the clock on the wall says so", async () => {
  await prefer(world, "liwei", { zone: "Europe/Berlin", quiet: { from: "20:00", to: "07:00" } });
  for (const [before, end] of [
    // Forward in the night to 28 March 2027, 05:00 UTC is seven; back in the night to 31 October, 06:00 is.
    ["2027-03-27T20:00:00.000Z", "2027-03-28T05:00:00Z"],
    ["2027-10-30T20:00:00.000Z", "2027-10-31T06:00:00Z"],
  ] as const) {
    await world.sealed();
    await work(world, null, new Date(0));
    await happenedAt(before);
    await send(at(before));
    await send(new Date(Date.parse(end) - 60_000));
    expect(box.letters).toEqual([]);
    await send(at(end));
    expect(box.of("liwei")).toHaveLength(1);
  }
});

test("a kind that somebody has switched off, or has in the morning, is not mailed at once", async () => {
  for (const turn of ["off", "digest"]) {
    await prefer(world, "liwei", { notices: { ...usual.notices, turn } });
    await world.sealed();
    await work(world, box, inMinutes(20));
    expect(box.letters).toEqual([]);
  }
});

test("whoever is not active any more, or whose address is gone, is sent nothing", async () => {
  await world.act("ingrid", grantRole, { personId: world.people.ruth, role: "developer" });
  await world.act("ingrid", deactivatePerson, { personId: world.people.ruth });
  await granted();
  await world.database.admin.db.execute(sql`
    delete from audit.disclosure where digest = (select email from gov.person where id = ${world.people.dirk})`);
  await work(world, box, inMinutes(1));
  expect(box.letters).toEqual([]);
});
