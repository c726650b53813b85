import { fromUtf8, utf8 } from "@countersign/canonical";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Act,
  actNames,
  acts,
  coreProblem,
  decodeLeaf,
  encodeCore,
  encodeLeaf,
  type Leaf,
  type StrictJson,
  type TableName,
  tables,
} from "../src/index.ts";

type Columns = { [column: string]: StrictJson };

const valueOf: Record<string, StrictJson> = {
  t: "x",
  "t?": null,
  n: 3,
  b: true,
  a: ["x"],
  "a?": null,
  j: { a: 1 },
  "j?": null,
};

/** A row of a table with plain values; its stream is that of id `x`. */
const rowOf = (table: TableName): Columns =>
  Object.fromEntries(Object.entries(tables[table].columns).map(([column, kind]) => [column, valueOf[kind] ?? null]));

/** An event of an act with one row of each table that belongs to the stream of its first. */
function leafOf(act: Act): Leaf {
  const writes: readonly TableName[] = acts[act].writes;
  const aggregate = writes[0] ? tables[writes[0]].stream[0] : "person";
  return {
    v: 1,
    log: "test.log",
    idx: 7,
    db: { at: "2026-11-26T08:00:00.000001Z", tx: "1", usr: "countersign_app" },
    core: {
      v: 1,
      act,
      id: "evt_1",
      stream: `${aggregate}:x`,
      sver: 1,
      actor: { kind: "user", id: "usr_1", person: "usr_1", roles: ["approver"] },
      ws: null,
      claimed_at: "2026-11-26T08:00:00.000Z",
      origin: "live",
      cause: "req_1",
      data: Object.fromEntries(acts[act].keeps.map((key) => [key, "x"])),
      rows: writes.filter((table) => tables[table].stream[0] === aggregate).map((t) => ({ t, row: rowOf(t) })),
      pii: [],
    },
  };
}

test.each(actNames)("%s is written and read back as the same record", (act) => {
  const leaf = leafOf(act);
  expect(coreProblem(leaf.core)).toBeNull();
  expect(decodeLeaf(encodeLeaf(leaf))).toEqual({ ok: true, leaf });
  expect(encodeCore(leaf.core).length).toBeLessThan(16_384);
});

describe("reading is strict", () => {
  const text = fromUtf8(encodeLeaf(leafOf("decision.signed"))) ?? "";
  const refused = (changed: string): void => expect(decodeLeaf(utf8(changed)).ok).toBe(false);

  test("another spelling of the same record is refused", () => {
    refused(` ${text}`);
    refused(`${text}\n`);
    refused(text.replace('"v":1}', '"v":1.0}'));
    refused(text.replace('"log":"test.log"', '"log":"\\u0074est.log"'));
    refused(text.replace('"idx":7,', '"idx":7,"idx":7,'));
    refused(text.replace(/^\{(.*),("v":1)\}$/, "{$2,$1}"));
  });

  test("a field more, a field less, an unknown act, a table of another act, a row of another stream", () => {
    const change = (edit: (leaf: Leaf) => void): boolean => {
      const leaf = structuredClone(leafOf("decision.signed"));
      edit(leaf);
      return decodeLeaf(encodeLeaf(leaf)).ok;
    };
    expect(change(() => {})).toBe(true);
    expect(change((leaf) => Object.assign(leaf, { extra: 1 }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.db, { extra: 1 }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core, { extra: 1 }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core.actor, { extra: 1 }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core.data, { extra: 1 }))).toBe(false);
    expect(change((leaf) => delete (leaf.core as { cause?: string }).cause)).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core, { act: "decision.forged" }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core, { act: "constructor" }))).toBe(false);
    expect(change((leaf) => leaf.core.rows.push({ t: "approval", row: rowOf("approval") }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core, { stream: "review:y" }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core, { sver: 0 }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core, { claimed_at: "2026-11-26" }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core.rows[0]?.row ?? {}, { more: 1 }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf.core.rows[0]?.row ?? {}, { person_id: null }))).toBe(false);
    expect(change((leaf) => Object.assign(leaf, { idx: -1 }))).toBe(false);
  });
});

test("reading is total: bytes and JSON of any kind give an answer", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => !decodeLeaf(bytes).ok));
  fc.assert(fc.property(fc.json(), (json) => !decodeLeaf(utf8(json)).ok));
  fc.assert(fc.property(fc.anything(), (value) => typeof coreProblem(value) === "string"));
});

test("one bit changed is another record or none", () => {
  const leaf = leafOf("approval.granted");
  const bytes = encodeLeaf(leaf);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      const read = decodeLeaf(changed);
      if (read.ok) expect(read.leaf).not.toEqual(leaf);
    }),
  );
});

test("a core that breaks the vocabulary or is too large is not written", () => {
  const { core } = leafOf("review.commented");
  expect(() => encodeCore({ ...core, origin: "forged" as "live" })).toThrow(/origin/);
  expect(() => encodeCore({ ...core, pii: ["x".repeat(17_000)] })).toThrow(/more than 16384/);
  expect(() => encodeCore({ ...core, cause: "\ud800" })).toThrow();
});
