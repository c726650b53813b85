import { latin1 } from "../bytes.ts";
import { type Item, report, type Scan, spend } from "../scan.ts";
import { hasHeader, importsAnything } from "./probe.ts";
import { reportMachine } from "./report-machine.ts";
import { walkPickle } from "./walk.ts";

const mostBytes = 64_000_000;

/** A constant read as what it may encode: raw bytes, hexadecimal, base64. */
function readings(part: Uint8Array): Uint8Array[] {
  const out = [part];
  if (part.length > mostBytes) return out;
  const head = latin1(part.subarray(0, 64));
  if (/^(80|28|63)[0-9a-f]{6}/i.test(head) && /^[0-9a-fA-F\s]+$/.test(head))
    out.push(new Uint8Array(Buffer.from(latin1(part).replaceAll(/\s/g, ""), "hex")));
  if (/^[A-Za-z0-9+/_=\s-]{16,}$/.test(head)) out.push(new Uint8Array(Buffer.from(latin1(part), "base64")));
  return out;
}

/** Places in `part` where a pickle may start: headers, and the headless import of a name. */
function* starts(part: Uint8Array): Generator<number> {
  for (let at = part.indexOf(0x80); at >= 0; at = part.indexOf(0x80, at + 1)) if (hasHeader(part, at)) yield at;
  for (let at = part.indexOf(0x63); at >= 0; at = part.indexOf(0x63, at + 1)) yield at;
}

function look(scan: Scan, where: string, bytes: Uint8Array, at: number): boolean {
  const walk = walkPickle(bytes, at, { steps: Math.min(1_000_000, scan.stepsLeft), arrays: "plain", torch: true });
  if (!spend(scan, walk.steps, where)) return false;
  if (walk.machine.uses.size === 0 || !importsAnything(bytes.subarray(0, Math.max(walk.end, at) + 1), at)) return false;
  report(scan, "pickle.nested", where, `${where} hides another pickle inside its data.`);
  reportMachine(scan, walk.machine, `${where} (the hidden pickle)`);
  return true;
}

/** Looks for pickles inside constants of a pickle, and, with `search`, anywhere in a stretch of unexplained bytes. */
export function hiddenPickles(
  scan: Scan,
  item: Item,
  parts: readonly { start: number; end: number }[],
  how: "constants" | "search" = "constants",
): void {
  for (const { start, end } of parts) {
    const part = item.bytes.subarray(start, end);
    if (how === "constants") {
      for (const reading of readings(part))
        if (hasHeader(reading) || reading[0] === 0x63 || reading[0] === 0x28) look(scan, item.where, reading, 0);
    } else {
      let tries = 0;
      for (const at of starts(part)) if (++tries > 2000 || look(scan, item.where, part, at)) break;
    }
  }
}
