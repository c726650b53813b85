import { rows, sql } from "@countersign/db";
import { newWorld, testDatabase, type World } from "@countersign/testing";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import {
  commentOnReview,
  confirmRole,
  createToken,
  execute,
  followTrail,
  grantRole,
  invitePerson,
  makeLink,
  openDeps,
  requestChanges,
  resetCredential,
  revokeApproval,
  rotateToken,
  sendNotices,
  setPasswordByLink,
  setUp,
  sweepDates,
} from "../../src/index.ts";
import { inMinutes, Letterbox, prefer, secret, work } from "./post.ts";

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

const dayMs = 86_400_000;
const told = (): string[] =>
  box.letters
    .splice(0)
    .map(({ to, subject }) => `${to.name}: ${subject}`)
    .toSorted();
const sweepAt = async (at: Date): Promise<void> => {
  await sweepDates({ ...world.workerDeps, now: () => at });
  await work(world, box, new Date(at.getTime() + 11 * 60_000));
};

test("what becomes of a request is told to whoever sent it, with the turn that it makes in one mail", async () => {
  const { reviewId } = await world.approved();
  await work(world, box, inMinutes(20));
  expect(told()).toEqual([expect.stringMatching(/^tomas: \[credit-pd v\d+\] Approved: Production$/)]);
  const [approval] = await rows(world.deps.database, "approval", { review_id: reviewId });
  await world.act("sofia", revokeApproval, { approvalId: approval?.id, reason: "A fault was found in production." });
  await work(world, box, inMinutes(40));
  expect(told()).toEqual([expect.stringMatching(/^tomas: .* The approval was revoked: Production$/)]);
  const mended = await world.sealed();
  await world.act("liwei", requestChanges, { ...(await world.seen(mended)), reason: "Measure it again, please." });
  await work(world, box, inMinutes(60));
  const [letter, ...others] = box.of("tomas");
  expect(others).toEqual([]);
  expect(letter?.subject).toMatch(/Your turn: it is due/);
  expect(letter?.text).toContain("You asked for this approval for Production. Changes are requested.");
});

test("an answer is told to those who wrote before it, and not to whoever wrote it", async () => {
  const { reviewId } = await world.sealed();
  for (const who of ["sofia", "hanna", "priya"] as const)
    await prefer(world, who, {
      notices: {
        turn: "off",
        due: "off",
        answer: "at_once",
        decision: "off",
        condition: "off",
        job: "off",
        security: "at_once",
      },
    });
  const write = (who: "sofia" | "hanna" | "priya") =>
    world.act(who, commentOnReview, { reviewId, body: "Which sample is this?" });
  await write("sofia");
  await work(world, box, inMinutes(11));
  expect(told().filter((line) => line.includes("wrote"))).toEqual([]);
  await write("hanna");
  await write("sofia");
  // Who writes last has been told nothing yet of what came before.
  await write("priya");
  await work(world, box, inMinutes(11));
  expect(told()).toEqual([
    expect.stringMatching(/^hanna: \[credit-pd v\d+\] sofia and priya wrote in the discussion$/),
    expect.stringMatching(/^sofia: \[credit-pd v\d+\] hanna and priya wrote in the discussion$/),
  ]);
});

test("what others do to an account is told at once; what somebody does to their own is not", async () => {
  const { tomas, priya } = world.people;
  const token = { label: "nightly", ownerId: tomas, roles: ["developer"] };
  const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, token);
  await world.act("ingrid", rotateToken, { tokenId });
  await world.act("ingrid", createToken, { ...token, ownerId: world.people.ingrid });
  await world.act("ingrid", resetCredential, { personId: tomas });
  const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, { personId: priya, role: "validator" });
  await world.act("marcus", confirmRole, { grantId });
  const link = await makeLink(world.deps.database.db, "password", tomas, 1);
  expect(await setPasswordByLink(world.deps, link, "another-long-password")).toEqual({ ok: true });
  // The first password of somebody new is no news to them.
  const invited = await world.act<{ link: string }>("ingrid", invitePerson, {
    name: "ole",
    email: "ole@northgate.example",
  });
  expect(await setPasswordByLink(world.deps, invited.link, "another-long-password")).toEqual({ ok: true });
  await work(world, box);
  const texts = box.letters.map(({ to, text }) => `${to.name}: ${text.split("\n")[0] ?? ""}`);
  expect(texts.toSorted()).toEqual([
    "priya: ingrid asked to grant you the role validator; a second administrator has to confirm it.",
    "priya: marcus confirmed your role validator: it is in force.",
    "tomas: Your password was set anew by a one-time link. All your sessions have ended.",
    "tomas: ingrid gave the token “nightly”, which is in your name, a new secret.",
    "tomas: ingrid made a link that sets a new password for you.",
    "tomas: ingrid made the token “nightly” in your name.",
  ]);
});

test("what is due in two days, and what has become late, is told once to those whose turn it is", async () => {
  const { reviewId } = await world.sealed();
  const [review] = await rows(world.deps.database, "review", { id: reviewId });
  const due = Date.parse(review?.due_at ?? "");
  await work(world, box, inMinutes(20));
  expect(told()).toHaveLength(1);
  await sweepAt(new Date(due - 3 * dayMs));
  expect(told()).toEqual([]);
  await sweepAt(new Date(due - 2 * dayMs + 3_600_000));
  const soon = told();
  expect(soon).toContainEqual(expect.stringMatching(/^liwei: .* Your recommendation is due/));
  await sweepAt(new Date(due - dayMs));
  expect(told()).toEqual([]);
  await sweepAt(new Date(due + 3_600_000));
  expect(told()).toContainEqual(expect.stringMatching(/^liwei: .* Your recommendation was due/));
  await sweepAt(new Date(due + dayMs));
  expect(told()).toEqual([]);
});

test("a date that came before anybody looked is told to nobody", async () => {
  const fresh = await newWorld();
  const { reviewId } = await fresh.sealed();
  await work(fresh, box);
  const [review] = await rows(fresh.deps.database, "review", { id: reviewId });
  const due = Date.parse(review?.due_at ?? "");
  await fresh.database.admin.db.execute(
    sql`update ops.notice_cursor set swept_until = ${new Date(due - 1.5 * dayMs).toISOString()}`,
  );
  expect(await sweepDates({ ...fresh.workerDeps, now: () => new Date(due - dayMs) })).toBe(0);
  expect(await sweepDates({ ...fresh.workerDeps, now: () => new Date(due) })).toBe(1);
  await fresh.end();
});

test("a condition is told to whoever owes it 14, 7 and 1 days before it ends; 14 days before in the morning mail alone", async () => {
  const fresh = await newWorld();
  const review = await fresh.sealed({ "perf.gini": 0.3 });
  await fresh.propose(review);
  await fresh.recommend(review);
  for (const who of ["priya", "daniel"] as const) await fresh.approve(review, who);
  const [condition] = await rows(fresh.deps.database, "condition", { review_id: review.reviewId });
  const due = Date.parse(condition?.due_at ?? "");
  await work(fresh, box);
  for (const [days, count] of [
    [15, 0],
    [14, 0],
    [7, 1],
    [3, 0],
    [1, 1],
  ] as const) {
    const at = new Date(due - days * dayMs + 60_000);
    await sweepDates({ ...fresh.workerDeps, now: () => at });
    await work(fresh, box, new Date(at.getTime() + 11 * 60_000));
    const letters = box.of("amara").filter(({ subject }) => !subject.startsWith("[Countersign]"));
    expect(letters.map(({ subject }) => subject)).toEqual(
      Array.from({ length: count }, () => expect.stringMatching(/^\[credit-pd v1\] Your condition 1 ends /)),
    );
    if (count > 0) expect(letters[0]?.text).toContain(`ends in ${days} day`);
  }
  await fresh.end();
});

test("of what a seed tells nobody is told, nor of a date in its time; what is done live meanwhile, is", async () => {
  const database = await testDatabase("empty");
  const { artifacts } = inject("server");
  const open = (role: "countersign_app" | "countersign_worker") =>
    openDeps({ databaseUrl: database.url(role), artifacts, portalUrl: "http://portal.test", name: "test" });
  const [deps, workerDeps] = [await open("countersign_app"), await open("countersign_worker")];
  const seed = { ...deps, origin: "seed" as const };
  const first = { link: await makeLink(deps.database.db, "set_up", null, 1), origin: "test.log", name: "ingrid" };
  const account = { email: "ingrid@northgate.example", password: "correct-horse-ingrid" };
  expect(await followTrail(workerDeps)).toBe(0);
  const made = await execute(seed, { kind: "operator", name: "test" }, setUp, { ...first, ...account });
  if (!made.ok) throw new Error(made.refusal.kind);
  const ingrid = { kind: "user", personId: made.value.personId } as const;
  const invited = await execute(seed, ingrid, invitePerson, { name: "priya", email: "priya@northgate.example" });
  if (!invited.ok) throw new Error(invited.refusal.kind);
  const { personId } = invited.value;
  await execute(seed, ingrid, grantRole, { personId, role: "approver", workspaceId: "wsp_default" });
  await execute(deps, ingrid, grantRole, { personId, role: "validator", workspaceId: "wsp_default" });
  expect(await followTrail(workerDeps)).toBeGreaterThan(3);
  await sendNotices({ ...workerDeps, now: () => inMinutes(20) }, { post: box, secret });
  expect(box.letters.map(({ text }) => text.split("\n")[0])).toEqual(["ingrid granted you the role validator."]);
  for (const { database: opened } of [deps, workerDeps]) await opened.end();
  await database.end();
});
