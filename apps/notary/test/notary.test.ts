import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeLeaf } from "@countersign/record";
import {
  inclusionProof,
  leafHash,
  parseVkey,
  tileSubtrees,
  verifyCheckpoint,
  verifyInclusion,
} from "@countersign/tlog";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { origin, startServer, TestLog, type TestNotary } from "./log.ts";

let host: Awaited<ReturnType<typeof startServer>>;
let scratch: string;
let log: TestLog;
const running: TestNotary[] = [];

beforeAll(async () => {
  host = await startServer();
  scratch = await mkdtemp(join(tmpdir(), "countersign-notary-"));
}, 60_000);
afterAll(async () => {
  await host.end();
  await rm(scratch, { recursive: true, force: true });
}, 30_000);
beforeEach(async () => {
  log = await TestLog.make(host.server, scratch);
}, 30_000);
afterEach(async () => {
  await Promise.allSettled(running.splice(0).map((notary) => notary.end()));
  await log.end();
});

async function start(folder?: string): Promise<TestNotary> {
  const notary = await log.notary(folder);
  running.push(notary);
  return notary;
}

test("every committed event becomes one entry, in order, under a signature that proofs lead to", async () => {
  await log.append(300);
  const notary = await start();
  await log.append(700);
  const note = await log.signed(1000);
  const vkey = parseVkey((await readFile(join(log.folder, "vkey"), "utf8")).trim());
  if (!vkey.ok) throw new Error(vkey.problem);
  const head = verifyCheckpoint(note, vkey.key);
  if (!head.ok) throw new Error(head.problem);
  expect(head.checkpoint).toMatchObject({ origin, size: 1000 });
  const leaves = await log.admin.pool.query<{ idx: string; bytes: Buffer }>(
    "select idx, bytes from audit.leaf order by idx",
  );
  const tiles = await log.admin.pool.query<{ level: number; n: string; hashes: Buffer }>(
    "select level, n, hashes from audit.tile",
  );
  const held = new Map(tiles.rows.map((tile) => [`${tile.level}/${tile.n}`, new Uint8Array(tile.hashes)]));
  const subtrees = tileSubtrees((level, n) => held.get(`${level}/${n}`) ?? null);
  for (const [index, row] of leaves.rows.entries()) {
    const bytes = new Uint8Array(row.bytes);
    const read = decodeLeaf(bytes);
    if (!read.ok) throw new Error(read.problem);
    expect(read.leaf).toMatchObject({
      idx: index,
      log: origin,
      core: { sver: index + 1 },
      db: { usr: "countersign_app" },
    });
    expect(read.leaf.db.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const proof = inclusionProof(index, 1000, subtrees);
    expect(verifyInclusion({ index, size: 1000, leaf: leafHash(bytes), proof, root: head.checkpoint.root })).toBe(true);
  }
  expect(notary.warnings).toEqual([]);
  const pending = await log.admin.pool.query("select 1 from audit.pending");
  expect(pending.rowCount).toBe(0);
});

test("what was rolled back never gets an entry; what commits late gets the next one", async () => {
  const [gone, late] = [await log.app.pool.connect(), await log.app.pool.connect()];
  for (const [client, person] of [
    [gone, "usr_gone"],
    [late, "usr_late"],
  ] as const) {
    await client.query("begin");
    await client.query("select audit.append($1)", [[log.core(person)]]);
  }
  await start();
  await log.append(3);
  await log.signed(3);
  await gone.query("rollback");
  await late.query("commit");
  await log.signed(4);
  const found = await log.admin.pool.query<{ event_id: string }>("select event_id from audit.leaf order by idx");
  expect(found.rows.map((row) => row.event_id)).toEqual([
    "evt_usr_1_1",
    "evt_usr_1_2",
    "evt_usr_1_3",
    "evt_usr_late_1",
  ]);
  gone.release();
  late.release();
});

test("an event outside the vocabulary is kept as it was written, and said", async () => {
  const core = Buffer.from('{"stream":"x:1",  "id":"odd","sver":1,"origin":"live"}');
  await log.app.pool.query("select audit.append($1)", [[core]]);
  const notary = await start();
  await log.signed(1);
  const found = await log.admin.pool.query<{ bytes: Buffer }>("select bytes from audit.leaf");
  expect(found.rows[0]?.bytes.includes(core)).toBe(true);
  expect(notary.warnings.join()).toContain("outside the vocabulary");
});

async function refused(notary: TestNotary): Promise<string> {
  return notary.done.then(
    () => "it did not refuse",
    (error: Error) => error.message,
  );
}

/** Ten entries signed, the notary stopped. */
async function tenSigned(): Promise<void> {
  const notary = await start();
  await log.append(10);
  await log.signed(10);
  await notary.end();
}

test("a database restored from an older copy is refused", async () => {
  await tenSigned();
  await log.tamper(
    "delete from audit.checkpoint where size > 0; delete from audit.leaf where idx >= 7; update audit.tree set size = 7",
  );
  expect(await refused(await start())).toContain("LOG_ROLLBACK: the database holds 7 entries, 10 were signed");
});

test("another tree of the same size is refused", async () => {
  await tenSigned();
  await log.tamper("update audit.tree set root = sha256('other')");
  expect(await refused(await start())).toContain("LOG_FORK");
});

test("a tree that was cut back and grew differently is refused, and nothing is signed", async () => {
  await tenSigned();
  const older = await mkdtemp(join(scratch, "older-"));
  await log.tamper(
    "delete from audit.checkpoint; delete from audit.leaf; delete from audit.tile; update audit.tree set size = 0, root = sha256('')",
  );
  const forger = await start(older);
  await log.append(15);
  await log.signed(15);
  await forger.end();
  await log.tamper("delete from audit.checkpoint");
  expect(await refused(await start())).toContain(
    "LOG_FORK: the tree of 15 entries does not follow from the 10 that were signed",
  );
  expect(await log.newest()).toBeNull();
});

test.each([
  [
    "changed",
    "update audit.leaf set bytes = overlay(bytes placing 'x'::bytea from 30 for 1) where idx = 12",
    "does not follow",
  ],
  ["moved", "update audit.leaf set idx = 99 where idx = 14", "entry 14 is missing"],
  ["taken away", "delete from audit.leaf where idx = 12", "entry 12 is missing"],
  [
    "taken from another place",
    "update audit.leaf set bytes = (select bytes from audit.leaf where idx = 11) where idx = 12",
    "names another place",
  ],
])("an entry that was %s between integration and signature is not signed over", async (_, statement, sentence) => {
  await tenSigned();
  const ahead = await mkdtemp(join(scratch, "ahead-"));
  await cp(log.folder, ahead, { recursive: true });
  const notary = await start(ahead);
  await log.append(5);
  await log.signed(15);
  await notary.end();
  await log.tamper(`delete from audit.checkpoint where size > 10; ${statement}`);
  expect(await refused(await start())).toContain(sentence);
  expect(await log.newest()).toMatchObject({ size: 10 });
});

test("stopped between mark and publication, the same tree gets the same signature", async () => {
  await tenSigned();
  const before = await log.newest();
  await log.tamper("delete from audit.checkpoint");
  await start();
  expect(await log.signed(10)).toBe(before?.note);
});

test("the notary does not start without its key, its mark or its secrecy, nor with another's", async () => {
  await tenSigned();
  const change = async (name: string, edit: (path: string) => Promise<void>): Promise<string> => {
    const copy = await mkdtemp(join(scratch, "copy-"));
    await cp(log.folder, copy, { recursive: true });
    await edit(join(copy, name));
    const notary = await start(copy).catch((error: Error) => error);
    return notary instanceof Error ? notary.message : refused(notary);
  };
  expect(await change("seed", (path) => rm(path))).toContain("LOG_KEY");
  expect(await change("seed", (path) => writeFile(path, "short"))).toContain("LOG_KEY");
  expect(await change("seed", (path) => chmod(path, 0o644))).toContain("LOG_KEY: other users can read");
  expect(await change("seed", (path) => writeFile(path, Buffer.alloc(32, 7)))).toContain(
    "LOG_KEY: the database's newest checkpoint",
  );
  expect(await change("mark.json", (path) => rm(path))).toContain("LOG_ROLLBACK");
  expect(
    await change("mark.json", async (path) =>
      writeFile(path, (await readFile(path, "utf8")).replace('"size":10', '"size":11')),
    ),
  ).toContain("LOG_ROLLBACK");
  expect(await refused(await start(await mkdtemp(join(scratch, "new-"))))).toContain("LOG_KEY");
});

test("one leads, the other waits and takes over", async () => {
  const first = await start();
  await first.ready;
  const second = await start();
  await second.ready;
  expect([first.status.state, second.status.state]).toEqual(["leading", "waiting"]);
  await log.append(20);
  await log.signed(20);
  await first.end();
  await log.append(20);
  await log.signed(40);
  expect(second.status.state).toBe("leading");
});

test("a database of an unknown schema is refused with a sentence", async () => {
  await log.admin.pool.query("insert into countersign.migration (name, sha256) values ('9999-later.sql', '')");
  expect(await refused(await start())).toContain("9999-later.sql");
});
