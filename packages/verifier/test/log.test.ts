import { utf8 } from "@countersign/canonical";
import {
  appendHashes,
  emptyRange,
  formatVkey,
  leafHash,
  noteSigner,
  rangeRoot,
  signCheckpoint,
  toBase64,
} from "@countersign/tlog";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogOutcome, LogVerifier } from "../src/index.ts";

const signer = noteSigner("log.example", new Uint8Array(32).fill(7));
const stranger = noteSigner("log.example", new Uint8Array(32).fill(8));
const vkey = formatVkey(signer);

interface Entry {
  hash: Uint8Array | null;
  leaf: Uint8Array | null;
}
const leaves = Array.from({ length: 40 }, (_, i) => utf8(`{"entry":${i}}`));
const rootOf = (size: number): Uint8Array => rangeRoot(appendHashes(emptyRange, leaves.slice(0, size).map(leafHash)));
const note = (size: number, by = signer): string =>
  signCheckpoint({ origin: "log.example", size, root: rootOf(size) }, [by]);
const entries = (): Entry[] => leaves.map((leaf) => ({ hash: leafHash(leaf), leaf }));

function verified(
  log: Entry[],
  { checkpoints = [note(10), note(25), note(40)], before = null as { size: number; root: string } | null } = {},
): LogOutcome {
  const verifier = new LogVerifier({ vkey, checkpoints, before });
  for (const { hash, leaf } of log) if (!verifier.next(hash, leaf)) break;
  return verifier.end();
}
const changed = (at: number, change: Partial<Entry>): Entry[] =>
  entries().map((entry, i) => (i === at ? { ...entry, ...change } : entry));

describe("a whole log", () => {
  test("holds with every byte, and with hashes alone where bytes are not to be had", () => {
    expect(verified(entries())).toEqual({ ok: true, size: 40, root: toBase64(rootOf(40)), read: 40 });
    const mixed = entries().map((entry, i) => (i % 3 === 0 ? { ...entry, leaf: null } : entry));
    expect(verified(mixed)).toMatchObject({ ok: true, read: 26 });
  });

  test("breaks at the entry whose bytes were changed, whichever it is", () => {
    fc.assert(
      fc.property(fc.nat(39), (at) => {
        expect(verified(changed(at, { leaf: utf8("{}") }))).toMatchObject({
          ok: false,
          at,
          intact: at,
          hashes: { ofBytes: toBase64(leafHash(utf8("{}"))), inTree: toBase64(leafHash(leaves[at] as Uint8Array)) },
        });
      }),
    );
  });

  test("breaks after the last signed tree that still fits where bytes and hash were changed together", () => {
    const forged = utf8("{}");
    for (const [at, intact] of [
      [3, 0],
      [10, 10],
      [24, 10],
      [39, 25],
    ] as const)
      expect(verified(changed(at, { leaf: forged, hash: leafHash(forged) }))).toMatchObject({
        ok: false,
        at: null,
        intact,
        problem: expect.stringContaining("do not give the root that was signed"),
      });
  });

  test("breaks where an entry or its hash is missing", () => {
    expect(verified(entries().slice(0, 30))).toMatchObject({ ok: false, at: 30, intact: 30 });
    expect(verified(changed(5, { hash: null }))).toMatchObject({ ok: false, at: 5, intact: 5 });
    expect(verified(changed(5, { hash: new Uint8Array(31) }))).toMatchObject({ ok: false, at: 5 });
    expect(verified(entries().filter((_, i) => i !== 12))).toMatchObject({ ok: false, intact: 10 });
  });

  test("is not believed on the word of another key, of no key, or without a signature", () => {
    expect(verified(entries(), { checkpoints: [note(10, stranger), note(40)] })).toMatchObject({
      ok: false,
      intact: 0,
      problem: expect.stringContaining("not signed by the key of the log"),
    });
    expect(verified(entries(), { checkpoints: [] })).toMatchObject({ ok: false, problem: "nothing of it is signed" });
    expect(new LogVerifier({ vkey: "none", checkpoints: [note(40)], before: null }).end()).toMatchObject({ ok: false });
    const forked = signCheckpoint({ origin: "log.example", size: 40, root: rootOf(39) }, [signer]);
    expect(verified(entries(), { checkpoints: [note(40), forked] })).toMatchObject({
      ok: false,
      problem: "two different trees of 40 entries are signed",
    });
  });

  test("begins with what was verified before, and never has less", () => {
    const before = { size: 17, root: toBase64(rootOf(17)) };
    expect(verified(entries(), { before })).toMatchObject({ ok: true });
    expect(verified(entries(), { before: { size: 17, root: toBase64(rootOf(16)) } })).toMatchObject({
      ok: false,
      problem: "its first 17 entries are not those that were verified before",
    });
    expect(verified(entries(), { before: { size: 41, root: "" } })).toMatchObject({
      ok: false,
      problem: "it has 40 signed entries, and had 41 when it was verified before",
    });
  });
});
