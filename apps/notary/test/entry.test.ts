import { rows, trail } from "@countersign/db";
import type { EventDetail, ExportedEntry } from "@countersign/domain";
import type { EventCore } from "@countersign/record";
import type { Name } from "@countersign/testing";
import {
  type Actor,
  createToken,
  eventDetail,
  eventExport,
  eventList,
  query,
  readWholeLog,
  type TrailTaker,
} from "@countersign/usecases";
import { LogVerifier, verifyEntry } from "@countersign/verifier";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LivingLog, livingLog } from "./living-log.ts";

let log: LivingLog;
beforeAll(async () => {
  log = await livingLog();
});
afterAll(() => log.end());

const asked = async (who: Name, index: number): Promise<EventDetail | string> => {
  const { world } = log;
  const answer = await query(world.deps, world.as(who), eventDetail, { index });
  return answer.ok ? answer.value : answer.refusal.kind;
};
const detail = async (who: Name, index: number): Promise<EventDetail> => {
  const found = await asked(who, index);
  if (typeof found === "string") throw new Error(found);
  return found;
};
/** Index of the newest event of an act in a review's stream. */
const indexOf = async (act: string, reviewId: string): Promise<number> => {
  const [entry] = await trail(log.world.deps.database, { streams: [`review:${reviewId}`], act, limit: 1 });
  return entry?.idx ?? -1;
};

test("an entry tells what was and what is, and proves that its bytes are in the signed log", async () => {
  const { world } = log;
  const review = await world.approved();
  await log.exported(review);
  const index = await indexOf("review.approved", review.reviewId);
  const view = await detail("ruth", index);
  const change = view.content?.changes.find(({ table }) => table === "review");
  expect(change).toMatchObject({ isNew: false, id: review.reviewId });
  expect(change?.fields).toContainEqual({ name: "state", before: "pending_approval", after: "approved" });
  expect(change?.fields.map(({ name }) => name)).not.toContain("requested_by");
  const [leaf, proof] = [view.content?.leaf ?? "", view.proof ?? ""];
  expect(verifyEntry({ leaf, proof, vkey: log.vkey })).toMatchObject({ ok: true, index });
  expect(verifyEntry({ leaf: leaf.replace("approved", "rejected"), proof, vkey: log.vkey })).toMatchObject({
    ok: false,
  });
  const other = await detail("ruth", index - 1);
  expect(verifyEntry({ leaf, proof: other.proof ?? "", vkey: log.vkey })).toMatchObject({ ok: false });
  expect(verifyEntry({ leaf, proof, vkey: log.vkey.replace("test.log", "tost.log") })).toMatchObject({ ok: false });
  // Along the stream, one leads to the next and back.
  expect((await detail("ruth", view.before ?? -1)).after).toBe(index);
});

test("what an approver signed is in no entry that the next approver reads before deciding", async () => {
  const { world } = log;
  const review = await world.sealed();
  await world.recommend(review);
  await world.approve(review, "priya");
  await log.exported(review);
  const index = await indexOf("decision.signed", review.reviewId);
  const hidden = await detail("daniel", index);
  expect(hidden.content).toBeNull();
  expect(JSON.stringify(hidden)).not.toContain('"approve"');
  expect((await detail("priya", index)).content?.changes.map(({ table }) => table)).toContain("decision");
  await world.approve(review, "daniel");
  expect((await detail("daniel", index)).content).not.toBeNull();
});

test("reading an entry is an event of its own; one that is not there, or of another workspace, is not found", async () => {
  const { world } = log;
  const count = async (): Promise<number> =>
    (await trail(world.deps.database, { streams: [`reader:${world.people.ruth}`], act: "trail.read", limit: 1000 }))
      .length;
  const before = await count();
  await detail("ruth", 0);
  expect(await count()).toBe(before + 1);
  expect(await asked("ruth", 1_000_000)).toBe("not_found");
  expect(await asked("nobody", 0)).toBe("not_found");
  // A text of a person's row stays a digest: names and addresses are read where people are administered.
  const people = await trail(world.deps.database, { act: "person.added", limit: 1 });
  const core = people[0]?.core as EventCore;
  const [person] = await rows(world.deps.database, "person", { id: String(core.rows[0]?.row["id"]) });
  const shown = (await detail("ruth", people[0]?.idx ?? -1)).content?.changes[0]?.fields;
  expect(shown).toContainEqual({ name: "email", before: null, after: person?.email });
});

test("the trail is narrowed to a person and to days, and says so where nothing fits", async () => {
  const { world } = log;
  const list = async (filter: object): Promise<(string | undefined)[]> => {
    const answer = await query(world.deps, world.as("ruth"), eventList, filter);
    if (!answer.ok) throw new Error(answer.refusal.kind);
    return answer.value.events.map(({ actor }) => actor?.id);
  };
  const own = await list({ person: world.people.priya });
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own)).toEqual(new Set([world.people.priya]));
  const today = new Date().toISOString().slice(0, 10);
  expect((await list({ from: today, until: today })).length).toBeGreaterThan(0);
  expect(await list({ until: "2020-01-01" })).toEqual([]);
  expect(await list({ from: "2999-01-01" })).toEqual([]);
});

test("a selection is taken away with a proof for each entry, what is hidden or elsewhere counted as left out", async () => {
  const { world } = log;
  const review = await world.sealed();
  await world.recommend(review);
  await world.approve(review, "priya");
  await log.exported(review);
  const taken = async (who: Name, filter: object) => {
    const entries: ExportedEntry[] = [];
    const told: [number, number][] = [];
    const taker: TrailTaker = {
      most: 1_000,
      take: async (some, read, of) => void (entries.push(...some), told.push([read, of])),
    };
    const answer = await query(world.deps, world.as(who), eventExport(taker), filter);
    if (!answer.ok) throw new Error(answer.refusal.kind);
    expect(answer.value.entries).toBe(entries.length);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
    return { ...answer.value, entries };
  };
  const stream = `review:${review.reviewId}`;
  // Priya sees her own signature; from everybody else it is hidden until the review has ended.
  const all = await taken("priya", { stream });
  expect(all.entries.length).toBeGreaterThan(10);
  expect(all.leftOut).toBe(all.total - all.entries.length);
  for (const { event, leaf, proof } of all.entries) {
    const file = ["c2sp.org/tlog-proof@v1", `index ${event.idx}`, ...proof, "", all.checkpoint].join("\n");
    expect(verifyEntry({ leaf, proof: file, vkey: log.vkey })).toMatchObject({ ok: true, index: event.idx });
  }
  const hidden = await taken("daniel", { stream });
  expect(hidden.entries.length).toBe(all.entries.length - 1);
  expect(JSON.stringify(hidden)).not.toContain('\\"act\\":\\"approve\\"');
  const [reading] = await trail(world.deps.database, {
    streams: [`reader:${world.people.daniel}`],
    act: "trail.read",
    limit: 1,
  });
  expect(reading?.core).toMatchObject({
    data: { scope: `export of ${stream}` },
  });
});

test("a token that is limited to models reads no trail, and one that is not reads what its owner may", async () => {
  const { world } = log;
  const token = async (models: string[] | null): Promise<Actor> => {
    const made = await world.act<{ tokenId: string }>("ingrid", createToken, {
      ownerId: world.people.tomas,
      label: "nightly",
      roles: ["developer"],
      days: 2,
      models,
    });
    return { kind: "token", tokenId: made.tokenId };
  };
  const kinds = async (actor: Actor): Promise<string[]> =>
    Promise.all(
      [
        () => query(world.deps, actor, eventList, {}),
        () => query(world.deps, actor, eventExport({ most: 9, take: async () => {} }), {}),
        () => query(world.deps, actor, eventDetail, { index: 0 }),
      ].map(async (ask) => {
        const answer = await ask();
        return answer.ok ? "read" : answer.refusal.kind;
      }),
    );
  expect(await kinds(await token(["credit-pd"]))).toEqual(["not_permitted", "not_permitted", "not_permitted"]);
  expect((await kinds(await token(null))).slice(0, 2)).toEqual(["read", "read"]);
});

test("the whole log verifies for whoever reads it, who gets no bytes of what is hidden from them; the reading is in it", async () => {
  const { world } = log;
  const review = await world.sealed();
  await world.recommend(review);
  await world.approve(review, "priya");
  await log.exported(review);
  const decided = await indexOf("decision.signed", review.reviewId);
  const read = async (who: Name) => {
    const whole = await readWholeLog(world.deps, world.as(who));
    if (!whole.ok) throw new Error(whole.refusal.kind);
    const entries = [];
    for await (const batch of whole.value.entries) entries.push(...batch);
    const verifier = new LogVerifier({ vkey: log.vkey, checkpoints: whole.value.checkpoints, before: null });
    for (const { hash, leaf } of entries) verifier.next(hash, leaf);
    return { entries, outcome: verifier.end() };
  };
  const ruth = await read("ruth");
  expect(ruth.outcome).toMatchObject({ ok: true, size: ruth.entries.length });
  expect(ruth.entries[decided - 1]?.leaf).not.toBeNull();
  const daniel = await read("daniel");
  expect(daniel.outcome).toMatchObject({ ok: true, size: daniel.entries.length });
  expect(daniel.entries[decided]).toMatchObject({ leaf: null, hash: expect.anything() });
  expect((await read("priya")).entries[decided]?.leaf).not.toBeNull();
  // Somebody of no workspace sees of the instance what they did themselves: nothing.
  expect((await readWholeLog(world.deps, world.as("nobody"))).ok).toBe(false);
  const [reading] = await trail(world.deps.database, {
    streams: [`reader:${world.people.daniel}`],
    act: "trail.read",
    limit: 1,
  });
  expect(reading?.core).toMatchObject({
    data: { scope: "every signed entry, to verify it", count: daniel.entries.length },
  });
});
