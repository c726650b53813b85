import { parsePolicy, type PracticeView, practisingRoles, saidRefusal } from "@countersign/domain";
import { type Name, newWorld, passwordOf, type World } from "@countersign/testing";
import { sql } from "@countersign/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type Actor,
  deactivatePerson,
  markInPractice,
  peopleList,
  practiceStanding,
  practiceView,
  practiseAgain,
  proposeInPractice,
  query,
  requestChanges,
  type Result,
  signInPractice,
  skipPractice,
} from "../../src/index.ts";
import { samplePolicy } from "../../src/practice/sample/policy.ts";
import { inDays, reason } from "../guards/guard.ts";
import { everything, newEvents } from "../support/trail.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.database.admin.pool.query("delete from ops.practice");
});

const seen = async (who: Name): Promise<PracticeView> => {
  const asked = await query(world.deps, world.as(who), practiceView, {});
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
};
const standing = async (who: Name) => {
  const asked = await query(world.deps, world.as(who), practiceStanding, {});
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
};
type Act = (deps: World["deps"], actor: Actor, input: unknown) => Promise<Result<unknown>>;
const given = async (who: Name | Actor, act: Act, input: object): Promise<unknown> => {
  const done = await act(world.deps, typeof who === "string" ? world.as(who) : who, input);
  return done.ok ? done.value : saidRefusal(done.refusal);
};
const markAll = async (who: Name): Promise<void> => {
  for (const { section, sha256 } of (await seen(who)).review.sections)
    expect(await given(who, markInPractice, { section, contentSha256: sha256 })).toEqual({ section, reviewed: true });
};
const sign = async (who: Name, act: string, change: object = {}): Promise<unknown> => {
  const { review } = await seen(who);
  const { evidenceSha256, conditionsSha256 } = review;
  return given(who, signInPractice, {
    act,
    reason,
    evidenceSha256,
    conditionsSha256,
    password: passwordOf(who),
    ...change,
  });
};
const condition = (covers: string[], change = {}) => ({
  conditions: [
    { text: "Retrain with the missing group.", ownerId: "usr_practice_owner", dueAt: inDays(30), covers, ...change },
  ],
});

describe("the sample", () => {
  test("is judged by a policy that the product reads, for each role that decides", () => {
    for (const role of practisingRoles)
      expect(parsePolicy(JSON.parse(JSON.stringify(samplePolicy(role))))).toEqual({
        ok: true,
        policy: samplePolicy(role),
      });
  });

  test.each(["liwei", "priya", "sofia", "hanna"] as const)(
    "looks fine to %s, and one figure of it is worse",
    async (who) => {
      const { review, outcome } = await seen(who);
      expect(review).toMatchObject({ practice: true, conditions: [], signatures: [], history: [], comments: [] });
      expect(review.verdict.reasons.filter(({ group }) => group !== "signature")).toEqual([]);
      expect(
        review.checks.filter(({ verdict }) => verdict !== "pass").map(({ check, outcome: of }) => [check, of]),
      ).toEqual([["dq.missing", "informs"]]);
      const judged = (judgement: string) =>
        review.metricChanges
          .filter((change) => change.judgement === judgement)
          .map(({ check, subject }) => subject ?? check);
      expect(judged("worse")).toEqual(["employment_type = self-employed"]);
      expect(judged("better")).toContain("perf.roc_auc");
      expect(review.you.conflict).toBeNull();
      expect(outcome).toBeNull();
    },
  );

  test("a validator recommends; whoever else decides approves, and both see what they may not do yet", async () => {
    const validator = (await seen("liwei")).review;
    expect(validator.you.signOff).toMatchObject({ role: "validator", act: "recommend" });
    expect(validator.you.actions.recommend).toEqual({ allowed: true });
    expect(validator.you.actions.approve.allowed).toBe(false);
    const approver = (await seen("daniel")).review;
    expect(approver.you.signOff).toMatchObject({ role: "approver", act: "approve", ordinal: 1, count: 2 });
    expect(approver.you.actions.approve).toEqual({ allowed: true });
    expect(approver.you.actions.approve_with_conditions.allowed).toBe(false);
    for (const action of ["comment", "raise_finding", "assign", "withdraw_review"] as const)
      expect(approver.you.actions[action]).toEqual({ allowed: false, why: "This is not part of practice." });
  });
});

describe("a decision", () => {
  test.each([
    ["daniel", "request_changes", "found", "changes_requested"],
    ["daniel", "reject", "found", "rejected"],
    ["daniel", "approve", "missed", "pending_approval"],
    ["liwei", "recommend", "missed", "pending_approval"],
    ["liwei", "request_changes", "found", "changes_requested"],
  ] as const)("%s: %s has %s the defect", async (who, act, found, state) => {
    await markAll(who);
    expect(await sign(who, act)).toEqual({ found });
    const { review, outcome, standing: stands } = await seen(who);
    expect(review.state).toBe(state);
    expect(review.you.signature).toMatchObject({ act, reason, recordedAs: null });
    expect(outcome).toMatchObject({
      act,
      found,
      answeredBy: [],
      defect: { base: 0.776, now: 0.708, judgement: "worse" },
    });
    expect(stands).toMatchObject({ may: true, offered: false, practisedAt: expect.stringMatching(/^20/) as string });
  });

  test.each([
    [["slice.roc_auc"], "partly", [1]],
    [["perf.ece"], "missed", []],
    [[], "missed", []],
  ] as const)("conditions that answer %j have %s the defect", async (covers, found, answeredBy) => {
    await markAll("daniel");
    expect(await given("daniel", proposeInPractice, condition([...covers]))).toEqual({ proposed: 1 });
    const { review } = await seen("daniel");
    expect(review.conditions).toMatchObject([
      { number: 1, text: "Retrain with the missing group.", state: "proposed" },
    ]);
    expect(review.you.actions.approve.allowed).toBe(false);
    expect(await sign("daniel", "approve_with_conditions")).toEqual({ found });
    expect((await seen("daniel")).outcome).toMatchObject({ found, answeredBy });
  });

  test("nothing of it enters the record: no event, no governed row, refused or carried out", async () => {
    const [before, events] = [await everything(world), await newEvents(world)];
    await sign("daniel", "approve");
    await markAll("daniel");
    await sign("daniel", "approve", { password: "wrong" });
    await given("daniel", proposeInPractice, condition(["slice.roc_auc"]));
    await sign("daniel", "approve_with_conditions");
    await given("daniel", practiseAgain, {});
    await given("daniel", skipPractice, { skip: true });
    expect(await events()).toEqual([]);
    expect(await everything(world)).toEqual(before);
  });

  test("it can be repeated, and that somebody has practised stays", async () => {
    await sign("daniel", "reject");
    const { practisedAt } = await standing("daniel");
    await given("daniel", practiseAgain, {});
    const { review, outcome } = await seen("daniel");
    expect(outcome).toBeNull();
    expect(review).toMatchObject({ state: "pending_approval", signatures: [] });
    expect(review.sections.some(({ reviewedByYou }) => reviewedByYou)).toBe(false);
    expect(await standing("daniel")).toMatchObject({ practisedAt, offered: false });
  });
});

describe("refused as it is in a review", () => {
  test.each([
    ["without reading", "approve", {}, { kind: "sections_unread" }],
    ["without a reason", "reject", { reason: null }, { kind: "invalid_input" }],
    ["on other evidence", "reject", { evidenceSha256: "0".repeat(64) }, { kind: "stale_evidence", what: "evidence" }],
    [
      "on other conditions",
      "reject",
      { conditionsSha256: "0".repeat(64) },
      { kind: "stale_evidence", what: "conditions" },
    ],
    ["what is not theirs", "recommend", {}, { kind: "not_eligible" }],
    ["with conditions that nobody proposed", "approve_with_conditions", {}, { kind: "not_eligible" }],
    ["without a password", "reject", { password: undefined }, { kind: "reauthenticate", reason: "missing" }],
  ] as const)("a signature %s", async (_says, act, change, refusal) => {
    expect(await sign("daniel", act, change)).toMatchObject(refusal);
    expect((await seen("daniel")).outcome).toBeNull();
  });

  test("a second signature, and conditions after the first", async () => {
    await sign("daniel", "request_changes");
    expect(await sign("daniel", "reject")).toMatchObject({ kind: "not_eligible" });
    expect(await given("daniel", proposeInPractice, condition([]))).toMatchObject({ kind: "wrong_state" });
    await given("daniel", practiseAgain, {});
    await markAll("daniel");
    await sign("daniel", "approve");
    expect(await sign("daniel", "reject")).toMatchObject({ kind: "already_decided" });
    expect(await given("daniel", proposeInPractice, condition([]))).toMatchObject({ kind: "already_decided" });
    expect((await seen("daniel")).review.you.actions.propose_conditions.allowed).toBe(false);
  });

  test("a mark on what is not shown, and on what has ended", async () => {
    expect(await given("daniel", markInPractice, { section: "checks", contentSha256: "0".repeat(64) })).toMatchObject({
      kind: "stale_evidence",
    });
    const [section] = (await seen("daniel")).review.sections;
    await sign("daniel", "reject");
    expect(await given("daniel", markInPractice, { section: "checks", contentSha256: section?.sha256 })).toMatchObject({
      kind: "wrong_state",
    });
  });

  test("conditions that nobody owes, or too late", async () => {
    for (const change of [{ ownerId: world.people.tomas }, { dueAt: inDays(-1) }, { dueAt: inDays(400) }])
      expect(await given("daniel", proposeInPractice, condition([], change))).toMatchObject({ kind: "invalid_input" });
    expect(await given("hanna", proposeInPractice, condition([]))).toMatchObject({
      kind: "not_permitted",
      command: "condition.propose",
    });
  });

  test("a mark is taken back", async () => {
    await markAll("daniel");
    const [section] = (await seen("daniel")).review.sections;
    await given("daniel", markInPractice, { section: "checks", contentSha256: section?.sha256, reviewed: false });
    expect((await seen("daniel")).review.sections.map(({ reviewedByYou }) => reviewedByYou)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test("two marks at one instant are both kept", async () => {
    const { sections } = (await seen("daniel")).review;
    await Promise.all(
      sections.map(({ section, sha256 }) => given("daniel", markInPractice, { section, contentSha256: sha256 })),
    );
    expect((await seen("daniel")).review.sections.every(({ reviewedByYou }) => reviewedByYou)).toBe(true);
  });

  test("a wrong password counts towards the same lock-out: after five the right one opens nothing", async () => {
    for (let i = 0; i < 5; i++)
      expect(await sign("ada", "reject", { password: "wrong" })).toEqual({ kind: "reauthenticate", reason: "wrong" });
    expect(await sign("ada", "reject")).toEqual({ kind: "reauthenticate", reason: "locked" });
    await world.deps.database.db.execute(
      sql`update ops.account set failed = 0, locked_until = null where person_id = ${world.people.ada}`,
    );
    expect(await sign("ada", "reject")).toEqual({ found: "found" });
  });
});

describe("whose it is", () => {
  test("it is offered to who judges and has never signed, until they skip it or have done it", async () => {
    expect(await standing("priya")).toEqual({ may: true, offered: true, skipped: false, practisedAt: null });
    await given("priya", skipPractice, { skip: true });
    expect(await standing("priya")).toMatchObject({ may: true, offered: false, skipped: true });
    await given("priya", skipPractice, { skip: false });
    expect(await standing("priya")).toMatchObject({ offered: true, skipped: false });
    await sign("priya", "reject");
    await given("priya", skipPractice, { skip: true });
    expect(await standing("priya")).toMatchObject({ offered: false, skipped: false });
    expect((await standing("daniel")).offered).toBe(true);
    await world.act("daniel", requestChanges, { ...(await world.seen(await world.sealed(), "daniel")), reason });
    expect((await standing("daniel")).offered).toBe(false);
  });

  test("another person's practice is not seen: each begins alone", async () => {
    await markAll("priya");
    await sign("priya", "approve");
    const { review, outcome } = await seen("daniel");
    expect(outcome).toBeNull();
    expect(review).toMatchObject({ signatures: [], hiddenSignatures: 0 });
    expect(JSON.stringify(review)).not.toContain(world.people.priya);
  });

  test("who judges nothing has none: not the page, not an act; a token never", async () => {
    for (const who of ["tomas", "amara", "ruth", "ingrid", "nobody"] as const) {
      expect(await query(world.deps, world.as(who), practiceView, {})).toMatchObject({
        refusal: { kind: "not_found" },
      });
      expect(await standing(who)).toMatchObject({ may: false, offered: false });
      expect(await given(who, practiseAgain, {})).toMatchObject({ kind: "not_permitted" });
    }
    expect(await given(world.token, practiseAgain, {})).toEqual({ kind: "not_in_force" });
  });

  test("whoever may grant roles sees that somebody has practised, and nobody how it ended", async () => {
    await sign("hanna", "reject");
    const listed = async (who: Name) => {
      const asked = await query(world.deps, world.as(who), peopleList, {});
      return asked.ok ? asked.value.filter(({ practisedAt }) => practisedAt !== null) : [];
    };
    expect(await listed("ingrid")).toMatchObject([{ id: world.people.hanna }]);
    expect(JSON.stringify(await listed("ingrid"))).not.toContain("found");
    expect(await listed("sofia")).toEqual([]);
    expect(await listed("ruth")).toEqual([]);
  });

  test("who is not in force any more practises nothing", async () => {
    await world.act("ingrid", deactivatePerson, { personId: world.people.dirk });
    expect(await given("dirk", practiseAgain, {})).toEqual({ kind: "not_in_force" });
  });

  test("what is sent is read before anything is done", async () => {
    expect(await given("daniel", skipPractice, { skip: "yes" })).toMatchObject({ kind: "invalid_input" });
  });
});
