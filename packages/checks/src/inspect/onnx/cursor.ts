import { utf8 } from "../bytes.ts";
import { type Field, fields } from "./protobuf.ts";

/** Reading state of one model: its bytes, the fields that may still be read, and the first thing that did not fit. */
export interface Cursor {
  bytes: Uint8Array;
  fieldsLeft: number;
  broken: string | null;
}

/** Calls `take` for every field of a message. Stops for good at the first fault. */
export function walk(c: Cursor, start: number, end: number, take: (field: Field) => void): void {
  const reader = fields(c.bytes, start, end);
  for (let next = reader.next(); c.broken === null; next = reader.next()) {
    if (next.done) {
      if (!next.value) c.broken = "its bytes are no protocol buffer";
      return;
    }
    if (--c.fieldsLeft < 0) {
      c.broken = "it has more parts than may be read";
      return;
    }
    take(next.value);
  }
}

/** The last text of each of the fields asked for. */
export function texts(c: Cursor, start: number, end: number, numbers: readonly number[]): string[] {
  const out = numbers.map(() => "");
  walk(c, start, end, (f) => {
    const i = numbers.indexOf(f.number);
    if (i >= 0 && f.wire === 2) out[i] = utf8(c.bytes.subarray(f.start, f.end)) ?? "";
  });
  return out;
}
