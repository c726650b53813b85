import fc from "fast-check";
import { expect, test } from "vitest";
import { differences, type Leaf, replay, type Row, tableNames } from "../src/index.ts";

const person = (id: string, state: string): Row<"person"> => ({
  id,
  state,
  name: "n",
  email: "e",
  created_at: "2026-11-26T08:00:00.000Z",
});

const leaf = (idx: number, id: string, sver: number, state: string): Leaf => ({
  v: 1,
  log: "test.log",
  idx,
  db: { at: "", tx: "", usr: "" },
  core: {
    v: 1,
    act: "person.added",
    id: `evt_${idx}`,
    stream: `person:${id}`,
    sver,
    actor: { kind: "user", id: "u", person: "u", roles: [] },
    ws: null,
    claimed_at: "2026-11-26T08:00:00.000Z",
    origin: "live",
    cause: "r",
    data: {},
    rows: [{ t: "person", row: { ...person(id, state) } }],
    pii: [],
  },
});

/** Acts on a few people, each stream counted from 1. */
const history = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("active", "deactivated", "other")), {
    minLength: 1,
    maxLength: 30,
  })
  .map((acts) => {
    const heads = new Map<string, number>();
    return acts.map(([id, state], idx) => {
      const sver = (heads.get(id) ?? 0) + 1;
      heads.set(id, sver);
      return leaf(idx, id, sver, state);
    });
  });

const stored = (leaves: Leaf[]): Parameters<typeof differences>[1] => {
  const rows = Object.fromEntries(tableNames.map((name) => [name, [] as unknown[]])) as Parameters<
    typeof differences
  >[1];
  rows.person = [
    ...new Map(
      leaves.map((one) => one.core.rows[0]?.row as unknown as Row<"person">).map((row) => [row.id, row]),
    ).values(),
  ];
  return rows;
};

test("replaying gives the last image of every row, and the number of the last act of every stream", () => {
  fc.assert(
    fc.property(history, (leaves) => {
      const { state, problems, heads } = replay(leaves);
      expect(problems).toEqual([]);
      expect(differences(state, stored(leaves))).toEqual([]);
      for (const [stream, head] of heads) expect(leaves.filter((one) => one.core.stream === stream)).toHaveLength(head);
    }),
  );
});

test("leaving an act out is found: as a gap, or at the stream's end by its number", () => {
  fc.assert(
    fc.property(history, fc.nat(), (leaves, at) => {
      const dropped = leaves[at % leaves.length];
      const { problems, heads } = replay(leaves.filter((one) => one !== dropped));
      const shorter = heads.get(dropped?.core.stream ?? "") !== replay(leaves).heads.get(dropped?.core.stream ?? "");
      expect(problems.length > 0 || shorter).toBe(true);
    }),
  );
});

test("an act repeated is found", () => {
  fc.assert(
    fc.property(history, (leaves) => {
      const again = leaves.at(-1);
      expect(replay(again ? [...leaves, again] : leaves).problems).toHaveLength(1);
    }),
  );
});

test("a row that differs, is missing or is too many between log and database is named", () => {
  const { state } = replay([leaf(0, "a", 1, "active"), leaf(1, "b", 1, "active")]);
  const rows = stored([leaf(0, "a", 1, "deactivated"), leaf(1, "c", 1, "active")]);
  expect(differences(state, rows)).toEqual([
    "person a: differs",
    "person c: in the database, not in the log",
    "person b: in the log, not in the database",
  ]);
});
