import { sql } from "@countersign/db";
import type { Refusal } from "@countersign/domain";
import { job, newWorld, passwordOf, testDatabase, type World } from "@countersign/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  approvalsPastValidity,
  createToken,
  deactivatePerson,
  defineEnvironment,
  execute,
  exportEvidence,
  goLive,
  inbox,
  makeSetUpLink,
  openDeps,
  query,
  registerModel,
  reviewView,
  setUp,
  tierModel,
} from "../../src/index.ts";
import { command, type Run } from "../../src/kernel/command.ts";
import { personOf, signerOf } from "../../src/kernel/person.ts";
import { fresh, person, submitted } from "../support/scene.ts";
import { type Guard, guarded } from "./guard.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const model = (change: object = {}) => ({ key: fresh("model"), title: "x", task: "binary", ...change });
/** A command that does one thing wrong, through the one door: by the system's right to seal, or an administrator's to define. */
const made = (name: "review.seal" | "workspace.define", act: (run: Run) => unknown) =>
  command({
    name,
    input: z.strictObject({}),
    load: async () => ({ workspaceId: "wsp_default" }),
    run: async (run) => {
      await act(run);
      return {};
    },
  });

const guards: Guard[] = [
  [
    "an input that holds what no JSON holds",
    { kind: "invalid_input", problems: [{ path: "answers.scores", text: "has characters that cannot be stored" }] },
    async (w) => ({
      who: "sofia",
      command: tierModel,
      input: { modelId: w.modelId, answers: { scores: { "a\0b": 1 } } },
    }),
  ],
  [
    "an input of another form",
    { kind: "invalid_input" },
    async () => ({ who: "amara", command: registerModel, input: model({ task: "guessing" }) }),
  ],
  [
    "an idempotency key that is none",
    {
      kind: "invalid_input",
      problems: [{ path: "Idempotency-Key", text: "has 1 to 200 printable ASCII characters without spaces" }],
    },
    async () => ({ who: "amara", command: registerModel, input: model(), options: { idempotencyKey: "two words" } }),
  ],
  [
    "the same idempotency key for another request",
    { kind: "idempotency_mismatch" },
    async (w) => {
      const idempotencyKey = fresh("key");
      await w.try("amara", registerModel, model(), { idempotencyKey });
      return { who: "amara", command: registerModel, input: model(), options: { idempotencyKey } };
    },
  ],
  [
    "a remembered answer is asked for by somebody whose account has ended",
    { kind: "not_in_force" },
    async (w) => {
      const [idempotencyKey, personId] = [fresh("key"), await person(w)];
      await w.act("ingrid", deactivatePerson, { personId });
      return { who: { kind: "user", personId }, command: registerModel, input: model(), options: { idempotencyKey } };
    },
  ],
  [
    "an act on what is not there",
    { kind: "not_found" },
    async () => ({ who: "ingrid", command: deactivatePerson, input: { personId: "usr_0" } }),
  ],
  [
    "a name that the database holds once",
    { kind: "already_exists" },
    async () => ({
      who: "ingrid",
      command: defineEnvironment,
      input: { key: "production", title: "Again", protects: [] },
    }),
  ],
  [
    "a row that refers to nothing",
    { kind: "refused_by_database", detail: "a constraint of the database does not admit this" },
    async () => ({
      who: "ingrid",
      command: made("workspace.define", (run) =>
        run.insert("policy", { id: "pol_x", workspace_id: "wsp_0", key: "x", created_at: run.at }),
      ),
      input: {},
    }),
  ],
  [
    "a value that no row may have",
    { kind: "refused_by_database", detail: "a constraint of the database does not admit this" },
    async (w) => ({
      who: "ingrid",
      command: made("workspace.define", (run) => run.update("model", w.modelId, { state: "unheard of" })),
      input: {},
    }),
  ],
  [
    "what a guard of the database refuses",
    { kind: "refused_by_database", guard: "stop" },
    async () => ({
      who: "ingrid",
      command: made("workspace.define", (run) =>
        run.tx.db.execute(sql`select gov.refuse('stop', 'stopped by a test')`),
      ),
      input: {},
    }),
  ],
  [
    "what cannot be put in order with others, however often it is tried",
    { kind: "moved_meanwhile" },
    async () => ({
      who: "ingrid",
      command: made("workspace.define", (run) =>
        run.tx.db.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`),
      ),
      input: {},
    }),
  ],
  [
    "a row that is no longer as it was read",
    { kind: "moved_meanwhile" },
    async (w) => ({
      who: "ingrid",
      command: made("workspace.define", (run) => run.update("model", w.modelId, { title: "x" }, { state: "retired" })),
      input: {},
    }),
  ],
  [
    "a record larger than a leaf",
    { kind: "limit_exceeded" },
    async () => ({
      who: "ingrid",
      command: made("workspace.define", (run) => {
        run.record("workspace.defined", "workspace:wsp_default", { text: "x".repeat(20_000) });
      }),
      input: {},
    }),
  ],
  [
    "the system writes in a person's name",
    { kind: "not_in_force" },
    async () => ({ who: job, command: made("review.seal", (run) => personOf(run)), input: {} }),
  ],
  [
    "a signature without proof of who signs",
    { kind: "reauthenticate", reason: "missing" },
    async () => ({ who: "ingrid", command: made("workspace.define", (run) => signerOf(run)), input: {} }),
  ],
];
guarded(() => world, guards);

test("no command ends without an event, and none with a change that no event tells of", async () => {
  const given = (act: (run: Run) => unknown) => world.try("ingrid", made("workspace.define", act), {});
  await expect(given(() => null)).rejects.toThrow("A command changed nothing that it recorded");
  await expect(
    given(async (run) => {
      await run.update("model", world.modelId, { title: "x" });
      run.record("workspace.defined", "workspace:wsp_default");
    }),
  ).rejects.toThrow(/A change of model .* is in no event/);
});

test("refused: a live act tells another time than its own", async () => {
  const told = await execute(world.deps, world.as("amara"), registerModel, model(), {
    claimedAt: "2026-01-01T00:00:00.000Z",
  });
  expect(told).toMatchObject({ ok: false, refusal: { kind: "seed_closed" } });
});

describe("a question is refused like an act", () => {
  const asked = async (...of: Parameters<typeof query<object, never, unknown>>): Promise<Partial<Refusal>> => {
    const answer = await query(...of);
    return answer.ok ? { kind: "not_found", what: "nothing: it was answered" } : answer.refusal;
  };
  const view = (actor: Parameters<typeof query>[1], input: unknown) =>
    asked(world.deps, actor, reviewView as never, input);

  test("an input that cannot be stored, or of another form", async () => {
    expect(await view(world.as("liwei"), { reviewId: "a\0b" })).toEqual({
      kind: "invalid_input",
      problems: [{ path: "reviewId", text: "has characters that cannot be stored" }],
    });
    expect(await view(world.as("liwei"), { review: "rev_0" })).toMatchObject({ kind: "invalid_input" });
  });

  test("somebody whose account has ended, somebody without a role there, a token for another model, what is not there", async () => {
    const { reviewId } = await submitted(world, { actor: world.as("nobody") });
    const personId = await person(world);
    await world.act("ingrid", deactivatePerson, { personId });
    const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, {
      label: fresh("narrow"),
      ownerId: world.people.tomas,
      roles: ["developer"],
      models: ["another"],
    });
    const unseen = { kind: "not_found", what: reviewView.name };
    expect(await view({ kind: "user", personId }, { reviewId })).toEqual({ kind: "not_in_force" });
    expect(await asked(world.deps, { kind: "user", personId }, inbox as never, {})).toEqual({ kind: "not_in_force" });
    expect(await view(world.as("nobody"), { reviewId })).toEqual(unseen);
    expect(await view({ kind: "token", tokenId }, { reviewId })).toEqual(unseen);
    expect(await view(world.as("liwei"), { reviewId: "rev_0" })).toEqual(unseen);
    expect(await approvalsPastValidity(world.deps)).toEqual([]);
  });
});

test("refused: evidence is exported before anything is signed by the log", async () => {
  const review = await submitted(world, { actor: world.as("nobody") });
  expect(
    await exportEvidence(world.deps, world.as("ruth"), {
      workspace: "default",
      model: review.model,
      version: String(review.number),
    }),
  ).toMatchObject({ ok: false, refusal: { kind: "wrong_state", state: "not signed yet" } });
});

test("refused: set-up with a link that nobody made, and going live with one administrator", async () => {
  const empty = await testDatabase("empty");
  const deps = await openDeps({
    databaseUrl: empty.url("countersign_app"),
    artifacts: "/nonexistent",
    portalUrl: "http://portal.test",
    name: "countersign-test",
  });
  const input = { origin: "other.test", name: "Eve", email: "eve@northgate.example", password: passwordOf("ingrid") };
  const operator = { kind: "operator", name: "shell" } as const;
  expect(await execute(deps, operator, setUp, { ...input, link: "invented" })).toMatchObject({
    ok: false,
    refusal: { kind: "not_found", what: "the set-up link: it has been used or has expired" },
  });
  const made = await execute(deps, operator, setUp, { ...input, link: await makeSetUpLink(deps) });
  expect(made.ok).toBe(true);
  expect(await execute(deps, operator, goLive, {})).toMatchObject({
    ok: false,
    refusal: { kind: "needs_second_person" },
  });
  await deps.database.end();
  await empty.end();
});
