import type { InboxItem } from "@countersign/domain";
import { type Name, newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  assignReview,
  inbox,
  query,
  requestChanges,
  resumeReview,
  reviewAssignable,
  snoozeReview,
  unassignReview,
} from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const in7Days = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString();
const itemOf = async (who: Name, reviewId: string, deps = world.deps): Promise<InboxItem | undefined> => {
  const asked = await query(deps, world.as(who), inbox, {});
  return asked.ok ? asked.value.items.find((item) => item.reviewId === reviewId) : undefined;
};
const snoozed = async (who: Name): Promise<number> => {
  const asked = await query(world.deps, world.as(who), inbox, { tab: "snoozed" });
  return asked.ok ? asked.value.counts.snoozed : -1;
};

test("what somebody was asked is theirs: handed over it is the other's, and given back it is everybody's", async () => {
  const review = await world.sealed();
  await world.recommend(review);
  const { reviewId } = review;
  const ask = (who: Name, insteadOf: Name | null) => ({
    reviewId,
    personId: world.people[who],
    role: "approver",
    insteadOf: insteadOf && world.people[insteadOf],
  });
  // Two approvals are missing: one asked of Priya leaves the other to any.
  await world.act("sofia", assignReview, ask("priya", null));
  expect(await itemOf("priya", reviewId)).toMatchObject({
    kind: "turn",
    reason: expect.stringContaining("sofia asked you."),
  });
  expect((await itemOf("ada", reviewId))?.kind).toBe("turn");
  await world.act("daniel", assignReview, ask("daniel", null));
  expect((await itemOf("daniel", reviewId))?.reason).toContain("You took it.");
  expect(await itemOf("ada", reviewId)).toMatchObject({ kind: "waiting", waitsFor: { who: "priya and daniel" } });
  // Nobody is kept from signing: it is attention that is directed, not a right.
  await world.act("daniel", assignReview, ask("ada", "daniel"));
  expect((await itemOf("daniel", reviewId))?.kind).toBe("waiting");
  expect((await itemOf("ada", reviewId))?.kind).toBe("turn");
  await world.act("ada", unassignReview, { reviewId, personId: world.people.ada });
  expect((await itemOf("daniel", reviewId))?.kind).toBe("turn");
});

test("what is late is everybody's again who could do it", async () => {
  const review = await world.sealed();
  const { reviewId } = review;
  await world.recommend(review);
  for (const who of ["priya", "ada"] as const)
    await world.act("sofia", assignReview, { reviewId, personId: world.people[who], role: "approver" });
  expect((await itemOf("daniel", reviewId))?.kind).toBe("waiting");
  const late = { ...world.deps, now: () => new Date(Date.now() + 90 * 86_400_000) };
  expect(await itemOf("daniel", reviewId, late)).toMatchObject({ kind: "turn", overdue: true });
});

test("who may be asked: everybody who may sign, nobody who built it", async () => {
  const review = await world.sealed({}, { run: { trainer: "ada@northgate.example" } });
  const asked = await query(world.deps, world.as("sofia"), reviewAssignable, { reviewId: review.reviewId });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  const names = asked.value.signOffs.map(({ role, people }) => [role, people.map(({ name }) => name)]);
  expect(Object.fromEntries(names)).toEqual({ validator: ["liwei"], approver: ["daniel", "priya"] });
  expect(asked.value.manages).toBe(true);
});

test("nothing of an assignment tells that somebody has decided out of one's sight", async () => {
  const review = await world.sealed();
  await world.recommend(review);
  const { reviewId } = review;
  const priya = { reviewId, personId: world.people.priya, role: "approver" };
  for (const who of ["priya", "daniel"] as const)
    await world.act("sofia", assignReview, { ...priya, personId: world.people[who] });
  const told = async () => {
    const view = await query(world.deps, world.as("daniel"), reviewAssignable, { reviewId });
    if (!view.ok) throw new Error(view.refusal.kind);
    const { assignments, signOffs } = view.value;
    return {
      states: assignments.map(({ person, state }) => [person.name, state]),
      approvers: signOffs.find(({ role }) => role === "approver")?.people.map(({ name }) => name),
      waits: (await itemOf("ada", reviewId))?.waitsFor?.who,
      again: await world.refused("sofia", assignReview, priya),
    };
  };
  const before = await told();
  await world.approve(review, "priya");
  expect(await told()).toEqual(before);
  // Handed over to somebody who has decided, it is refused in no other way than to anybody: not at all.
  await world.act("sofia", unassignReview, { reviewId, personId: world.people.priya });
  await world.act("daniel", assignReview, { ...priya, insteadOf: world.people.daniel });
});

test("what is put off stands apart until its day, a new round, or until it is late", async () => {
  const review = await world.sealed();
  const { reviewId } = review;
  const until = in7Days();
  expect(await snoozeReview(world.deps, world.as("liwei"), { reviewId, until })).toEqual({
    ok: true,
    value: { until },
  });
  expect(await snoozed("liwei")).toBe(1);
  expect(await itemOf("liwei", reviewId)).toMatchObject({ snoozedUntil: until, kind: "turn" });
  expect((await itemOf("priya", reviewId))?.snoozedUntil).toBeNull();
  const later = (days: number) => ({ ...world.deps, now: () => new Date(Date.now() + days * 86_400_000) });
  expect((await itemOf("liwei", reviewId, later(8)))?.snoozedUntil).toBeNull();
  await snoozeReview(world.deps, world.as("liwei"), { reviewId, until: null });
  expect(await snoozed("liwei")).toBe(0);
  await snoozeReview(world.deps, world.as("liwei"), {
    reviewId,
    until: new Date(Date.now() + 300 * 86_400_000).toISOString(),
  });
  expect((await itemOf("liwei", reviewId, later(90)))?.snoozedUntil).toBeNull();
  expect(await snoozed("liwei")).toBe(1);
  await world.act("liwei", requestChanges, { ...(await world.seen(review)), reason: "Measure it again, please." });
  await world.act("tomas", resumeReview, { reviewId, why: "Measured again on the new sample." });
  expect(await snoozed("liwei")).toBe(0);
});

test("nobody puts off what they may not see, nor until yesterday, and a token has no inbox", async () => {
  const { reviewId } = await world.sealed();
  const token = { kind: "token", tokenId: "tok_0" } as const;
  expect(await snoozeReview(world.deps, token, { reviewId, until: null })).toMatchObject({
    refusal: { kind: "not_in_force" },
  });
  expect(await snoozeReview(world.deps, world.as("nobody"), { reviewId, until: in7Days() })).toMatchObject({
    refusal: { kind: "not_found" },
  });
  for (const until of ["2020-01-01T00:00:00.000Z", "soon"])
    expect(await snoozeReview(world.deps, world.as("liwei"), { reviewId, until })).toMatchObject({
      refusal: { kind: "invalid_input" },
    });
});
