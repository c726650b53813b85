import { type Name, newWorld, type World } from "@countersign/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  deactivatePerson,
  endJob,
  followTrail,
  grantRole,
  jobFile,
  noticeList,
  query,
  revokeRole,
  startJob,
  takeJob,
} from "../../src/index.ts";
import { rows } from "@countersign/db";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.end());

/** A file that was made for somebody, by what they saw. */
async function file(
  who: Name,
  wanted: object,
  sight: { workspaces: string[]; instanceOf: string | null },
): Promise<string> {
  const started = await startJob(world.deps, world.as(who), wanted);
  const job = await takeJob(world.workerDeps);
  if (!started.ok || !job) throw new Error("not begun");
  const kept = await world.workerDeps.results.put(
    job.takenBy,
    (async function* () {
      yield Buffer.from("x");
    })(),
  );
  await endJob(world.workerDeps, job, { file: { id: job.takenBy, name: "x", type: "text/csv", ...kept }, sight });
  return job.id;
}
const trail = { kind: "trail", format: "csv", of: {} };
const opens = async (who: Name, id: string): Promise<boolean> => (await jobFile(world.deps, world.as(who), id)).ok;
const rolesOf = (who: Name) =>
  rows(world.deps.database, "role_grant", { person_id: world.people[who], state: "active" });

test("a role that is taken away closes the file that was made with it", async () => {
  const id = await file("priya", trail, { workspaces: ["wsp_default"], instanceOf: world.people.priya });
  expect(await opens("priya", id)).toBe(true);
  for (const { id: grantId } of await rolesOf("priya")) await world.act("ingrid", revokeRole, { grantId });
  expect(await opens("priya", id)).toBe(false);
});

test("who saw the whole instance and sees only their own acts now, gets no file that tells of all", async () => {
  const id = await file("sofia", trail, { workspaces: ["wsp_default"], instanceOf: null });
  expect(await opens("sofia", id)).toBe(true);
  await world.act("ingrid", grantRole, { personId: world.people.sofia, role: "developer", workspaceId: "wsp_default" });
  for (const grant of await rolesOf("sofia"))
    if (grant.role !== "developer") await world.act("ingrid", revokeRole, { grantId: grant.id });
  expect(await opens("sofia", id)).toBe(false);
});

test("a file of a workspace that its person does not see is not theirs", async () => {
  const id = await file("priya", trail, { workspaces: ["wsp_default", "wsp_other"], instanceOf: world.people.priya });
  expect(await opens("priya", id)).toBe(false);
});

test("whoever is deactivated gets nothing", async () => {
  const id = await file("priya", trail, { workspaces: ["wsp_default"], instanceOf: world.people.priya });
  await world.act("ingrid", deactivatePerson, { personId: world.people.priya });
  expect(await opens("priya", id)).toBe(false);
  expect(await startJob(world.deps, world.as("priya"), trail)).toMatchObject({ refusal: { kind: "not_in_force" } });
});

test("an account that is not in force opens nothing, whatever roles stand beside it", async () => {
  const id = await file("priya", trail, { workspaces: ["wsp_default"], instanceOf: world.people.priya });
  const { pool } = world.database.admin;
  await pool.query("alter table gov.person disable trigger user");
  await pool.query("update gov.person set state = 'deactivated' where id = $1", [world.people.priya]);
  expect(await opens("priya", id)).toBe(false);
});

test("an approver who has yet to decide gets no bundle with the others' decisions in it, made before", async () => {
  const review = await world.sealed();
  await world.recommend(review);
  const bundle = { kind: "evidence", reviewId: review.reviewId };
  const id = await file("priya", bundle, { workspaces: ["wsp_default"], instanceOf: world.people.priya });
  expect(await opens("priya", id)).toBe(false);
  const seen = await file("ruth", bundle, { workspaces: ["wsp_default"], instanceOf: world.people.ruth });
  expect(await opens("ruth", seen)).toBe(true);
});

test("a file that took more than a minute is told of; one that was waited for is not", async () => {
  await followTrail(world.workerDeps);
  const told = async (): Promise<string[]> => {
    const asked = await query(world.deps, world.as("ruth"), noticeList, {});
    if (!asked.ok) throw new Error(asked.refusal.kind);
    return asked.value.items.map(({ text, path }) => `${path} ${text}`);
  };
  const sight = { workspaces: ["wsp_default"], instanceOf: null };
  await file("ruth", trail, sight);
  expect(await told()).toEqual([]);
  const { pool } = world.database.admin;
  await pool.query("alter table ops.job alter column created_at set default now() - interval '61 seconds'");
  const id = await file("ruth", { ...trail, of: { act: "decision" } }, sight);
  expect(await told()).toEqual([
    "/inbox#jobs The file that you asked for is ready: Selection of the audit trail as CSV. You find it under “jobs” at the top of every page.",
  ]);
  const due = async (): Promise<number> =>
    (await pool.query("select 1 from ops.notice where kind = 'job' and not_before is not null")).rowCount ?? 0;
  expect(await due()).toBe(1);
  await opens("ruth", id);
  expect(await due()).toBe(0);
  await pool.query("update ops.job set expires_at = now()");
  expect(await told()).toEqual([]);
});
