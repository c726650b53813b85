import { leafBytes, parseStrict } from "@countersign/canonical";
import { coreProblem, type EventCore } from "./core.ts";
import type { StrictJson } from "./tables.ts";

/** A leaf of the log: the application's core verbatim, the database's stamp, its place. */
export interface Leaf {
  v: 1;
  /** Origin of the log, a bare host name: a leaf cannot be replayed in another log. */
  log: string;
  idx: number;
  /** Stamped by PostgreSQL: `clock_timestamp()` in microseconds UTC, transaction id, session user. */
  db: { at: string; tx: string; usr: string };
  core: EventCore;
}

/** Leaf bytes; these are authoritative and never re-serialised. */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  return leafBytes(leaf as unknown as StrictJson, { maxBytes: 65_535 });
}

export type LeafResult = { ok: true; leaf: Leaf } | { ok: false; problem: string };

/** Parses leaf bytes; refuses bytes that are not their own canonical form and acts outside the vocabulary. Total. */
export function decodeLeaf(bytes: Uint8Array): LeafResult {
  const parsed = parseStrict(bytes);
  if (!parsed.ok) return { ok: false, problem: parsed.problem };
  const value = parsed.value as unknown as Leaf;
  if (typeof value !== "object" || value === null) return { ok: false, problem: "not an object" };
  const keys = Object.keys(value).toSorted().join(",");
  if (keys !== "core,db,idx,log,v") return { ok: false, problem: `leaf has the fields ${keys}` };
  if (value.v !== 1 || !Number.isSafeInteger(value.idx) || value.idx < 0 || typeof value.log !== "string") {
    return { ok: false, problem: "v, idx or log" };
  }
  const db = value.db as unknown;
  if (typeof db !== "object" || db === null || Object.keys(db).toSorted().join(",") !== "at,tx,usr") {
    return { ok: false, problem: "db stamp" };
  }
  if (![value.db.at, value.db.tx, value.db.usr].every((part) => typeof part === "string")) {
    return { ok: false, problem: "db stamp" };
  }
  const problem = coreProblem(value.core);
  return problem ? { ok: false, problem } : { ok: true, leaf: value };
}
