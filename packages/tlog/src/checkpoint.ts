import { parseHash, toBase64 } from "./base64.ts";
import type { NoteKey, NoteSigner } from "./key.ts";
import { isSize } from "./hash.ts";
import { signNote, verifyNote } from "./note.ts";

/** A tree head: the log's origin, its number of leaves, its root (32 bytes). */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

const host = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** Our logs are named by a bare host name: other verifiers derive the key's name from one, a path breaks them. */
export const isOrigin = (origin: string): boolean => host.test(origin);

/** The text that is signed: origin, size, root, a line each (C2SP tlog-checkpoint). */
export const checkpointText = (checkpoint: Checkpoint): string =>
  `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;

/** A signed checkpoint. Throws RangeError on an origin that is no host name, a bad size or root. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  if (!isOrigin(checkpoint.origin))
    throw new RangeError(`the origin ${JSON.stringify(checkpoint.origin)} is no host name`);
  if (!isSize(checkpoint.size) || checkpoint.root.length !== 32) throw new RangeError("not a tree head");
  return signNote(checkpointText(checkpoint), signers);
}

export type CheckpointResult = { ok: true; checkpoint: Checkpoint } | { ok: false; problem: string };

/** The decimal spelling of a size or index, without leading zero or sign, below 2^53; or null. Total. */
export function parseDecimal(text: string): number | null {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return null;
  const value = Number(text);
  return isSize(value) ? value : null;
}

/** Reads the text of a checkpoint; extension lines are refused, monitors could not audit them. Total. */
export function parseCheckpointText(text: string): CheckpointResult {
  const no = (problem: string): CheckpointResult => ({ ok: false, problem });
  if (text.length > 1024) return no("longer than a checkpoint");
  const [origin = "", decimal = "", encoded = "", end, ...rest] = text.split("\n");
  if (end !== "" || rest.length > 0) return no("not three lines");
  if (origin === "") return no("no origin");
  const size = parseDecimal(decimal);
  if (size === null) return no("the size is no plain decimal number");
  const root = parseHash(encoded);
  return root ? { ok: true, checkpoint: { origin, size, root } } : no("the root is no 32 bytes in base64");
}

export type VerifiedCheckpoint =
  | { ok: true; checkpoint: Checkpoint; signers: NoteKey[] }
  | { ok: false; problem: string };

/** A checkpoint of the log `log`, signed by that key; further trusted keys (witnesses) are told in `signers`. Total. */
export function verifyCheckpoint(note: string, log: NoteKey, witnesses: readonly NoteKey[] = []): VerifiedCheckpoint {
  const verified = verifyNote(note, [log, ...witnesses]);
  if (!verified.ok) return verified;
  if (!verified.signers.includes(log)) return { ok: false, problem: `not signed by ${log.name}` };
  const parsed = parseCheckpointText(verified.text);
  if (!parsed.ok) return parsed;
  if (parsed.checkpoint.origin !== log.name) return { ok: false, problem: "the origin is not the key's name" };
  return { ok: true, checkpoint: parsed.checkpoint, signers: verified.signers };
}
