import { jcs, utf8 } from "@countersign/canonical";
import type { PendingEvent } from "@countersign/db/notary";

/**
 * Bytes of the leaf at `idx`: the application's core verbatim between the database's stamp and the place.
 * Never re-serialised: a core that is not canonical stays as it was written, and every verifier objects to it.
 */
export function leafBytes(event: PendingEvent, idx: number, origin: string): Uint8Array {
  const head = utf8('{"core":');
  const tail = utf8(`,"db":${jcs({ at: event.at, tx: event.tx, usr: event.usr })}${placeOf(idx, origin)}`);
  const bytes = new Uint8Array(head.length + event.core.length + tail.length);
  bytes.set(head);
  bytes.set(event.core, head.length);
  bytes.set(tail, head.length + event.core.length);
  return bytes;
}

/** How a leaf ends: keys in canonical order leave its place and log last. */
export const placeOf = (idx: number, origin: string): string => `,"idx":${idx},"log":${jcs(origin)},"v":1}`;
