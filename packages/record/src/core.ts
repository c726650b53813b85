import { jcs, leafBytes } from "@countersign/canonical";
import { type Act, acts } from "./acts.ts";
import { rowProblem } from "./row-problem.ts";
import { type StrictJson, type TableName, tables } from "./tables.ts";

/** Who acted, and in what capacity: the roles in force at that moment, as the server saw them. */
export interface RecordedActor {
  kind: "user" | "token" | "job" | "operator";
  id: string;
  /** The person answerable: the user, the token's owner. */
  person: string | null;
  roles: string[];
}

/** The after-image of one governed row. Nothing is ever deleted: an end is a state. */
export interface RowImage {
  t: TableName;
  row: { [column: string]: StrictJson };
}

/** What the application states of one act. The database adds its own time, the notary the index. */
export interface EventCore {
  v: 1;
  act: Act;
  id: string;
  stream: string;
  sver: number;
  actor: RecordedActor;
  ws: string | null;
  /** Effective time for `seed` and `import`; equals the server's clock for `live`. */
  claimed_at: string;
  origin: "live" | "seed" | "import";
  /** Id of the request that all events of one command share. */
  cause: string;
  data: { [key: string]: StrictJson };
  rows: RowImage[];
  /** Digests of the disclosures first used in this event. */
  pii: string[];
}

/** The bytes of a core in the strict canonical profile, at most 16 KiB. Throws on a core that breaks the vocabulary. */
export function encodeCore(core: EventCore): Uint8Array {
  const problem = coreProblem(core);
  if (problem) throw new Error(`event ${core.act}: ${problem}`);
  return leafBytes(core as unknown as StrictJson);
}

/**
 * The bytes of a core whose place in its stream the database gives at append: `place` is the offset of the one digit that
 * stands for it. Throws as `encodeCore` does.
 */
export function encodeOpenCore(core: Omit<EventCore, "sver">): { bytes: Uint8Array; place: number } {
  const bytes = encodeCore({ ...core, sver: 1 });
  // Canonical order puts only `v` and `ws` behind it.
  const place = bytes.length - leafBytes({ v: 1, ws: core.ws }).length - 1;
  return { bytes, place };
}

const coreKeys = [
  "act",
  "actor",
  "cause",
  "claimed_at",
  "data",
  "id",
  "origin",
  "pii",
  "rows",
  "sver",
  "stream",
  "v",
  "ws",
];
const actorKeys = ["id", "kind", "person", "roles"];
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Why a value is not an event core of this vocabulary, or null. Total: never throws. */
export function coreProblem(value: unknown): string | null {
  if (!isObject(value)) return "not an object";
  const extra = sameKeys(value, coreKeys);
  if (extra) return extra;
  const core = value as unknown as EventCore;
  if (core.v !== 1) return "unknown version of the vocabulary";
  if (typeof core.act !== "string" || !Object.hasOwn(acts, core.act)) return "unknown act";
  if (typeof core.id !== "string" || core.id.length > 64) return "id";
  if (typeof core.stream !== "string" || !/^[a-z_]+:[A-Za-z0-9_]{1,64}$/.test(core.stream)) return "stream";
  if (!Number.isSafeInteger(core.sver) || core.sver < 1) return "sver";
  if (!isObject(core.actor)) return "actor";
  const actorExtra = sameKeys(core.actor, actorKeys);
  if (actorExtra) return `actor: ${actorExtra}`;
  if (!["user", "token", "job", "operator"].includes(core.actor.kind)) return "actor.kind";
  if (!isTexts(core.actor.roles) || typeof core.actor.id !== "string") return "actor";
  if (core.actor.person !== null && typeof core.actor.person !== "string") return "actor.person";
  if (core.ws !== null && typeof core.ws !== "string") return "ws";
  if (typeof core.claimed_at !== "string" || !isoTime.test(core.claimed_at)) return "claimed_at";
  if (!["live", "seed", "import"].includes(core.origin)) return "origin";
  if (typeof core.cause !== "string") return "cause";
  if (!isTexts(core.pii)) return "pii";
  return dataProblem(core) ?? rowsProblem(core);
}

function dataProblem(core: EventCore): string | null {
  if (!isObject(core.data)) return "data";
  const wrong = sameKeys(core.data, acts[core.act].keeps);
  return wrong ? `data: ${wrong}` : null;
}

function rowsProblem(core: EventCore): string | null {
  if (!Array.isArray(core.rows)) return "rows";
  const writes: readonly TableName[] = acts[core.act].writes;
  for (const image of core.rows) {
    if (!isObject(image) || sameKeys(image as unknown as Record<string, unknown>, ["row", "t"])) return "row image";
    if (!Object.hasOwn(tables, image.t) || !writes.includes(image.t)) return `may not change ${String(image.t)}`;
    const problem = rowProblem(image.t, image.row);
    if (problem) return problem;
    const [aggregate, column] = tables[image.t].stream;
    if (`${aggregate}:${String(image.row[column])}` !== core.stream) return `${image.t} row of another stream`;
  }
  return null;
}

/** The row image's canonical text: what "the same row" means to replay and to the verifier. */
export const rowText = (row: { [column: string]: StrictJson }): string => jcs(row);

function sameKeys(value: object, keys: readonly string[]): string | null {
  for (const key of Object.keys(value)) if (!keys.includes(key)) return `unknown field ${key}`;
  for (const key of keys) if (!Object.hasOwn(value, key)) return `missing field ${key}`;
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");
