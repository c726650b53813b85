import { type Item, report, type Scan, spend } from "../scan.ts";
import { hiddenPickles } from "./hidden.ts";
import { looksLikePickle } from "./probe.ts";
import { reportMachine } from "./report-machine.ts";
import { type Walk, walkPickle } from "./walk.ts";

const isLegacyTorch = (walk: Walk, bytes: Uint8Array, at: number): boolean =>
  // LONG1 of 0x1950a86a20f9469cfc6c: torch/serialization.py, MAGIC_NUMBER.
  walk.complete &&
  walk.machine.uses.size === 0 &&
  Buffer.from(bytes.subarray(at, at + 14)).toString("hex") === "80028a0a6cfc9c46f9206aa85019";

function joblibAsPickle(scan: Scan, item: Item, at: number, torch: boolean): void {
  // pickle.load would take joblib's raw bytes for opcodes: what it could import there counts too.
  const plain = walkPickle(item.bytes, at, { steps: Math.min(scan.stepsLeft, 5_000_000), arrays: "plain", torch });
  spend(scan, plain.steps, item.where);
  for (const [key, { module, name }] of plain.machine.uses)
    if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(module) || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name))
      plain.machine.uses.delete(key);
  plain.machine.problems.clear();
  reportMachine(scan, plain.machine, item.where);
}

/**
 * Looks through a pickle file without loading it: every stream in it, what stands between and behind them, and what hides
 * in its constants. A stream that ends early is reported with what it did until then, for that much would run.
 */
export function scanPickle(scan: Scan, item: Item): void {
  const { bytes, where } = item;
  let at = 0;
  let legacy = false;
  for (let stream = 0; at < bytes.length; stream++) {
    if (stream > 0 && !looksLikePickle(bytes, at)) break;
    const torch = item.inside === "torch" || legacy;
    const walk = walkPickle(bytes, at, { steps: scan.stepsLeft, torch, arrays: "skip" });
    if (!spend(scan, walk.steps, where)) return;
    reportMachine(scan, walk.machine, where);
    hiddenPickles(scan, item, walk.machine.constants);
    if (walk.skippedArrays) joblibAsPickle(scan, item, at, torch);
    if (walk.broken !== null) {
      report(
        scan,
        "pickle.incomplete",
        where,
        `${where} cannot be read as a pickle to its end: ${walk.broken}. What stands behind that is not scanned.`,
      );
      return;
    }
    if (stream === 0) legacy = isLegacyTorch(walk, bytes, at);
    at = walk.end;
    // The fifth stream of a legacy PyTorch file is the list of its storages; their raw bytes follow.
    if (legacy && stream === 4) return;
    if (stream > 1000) {
      report(scan, "pickle.many_streams", where, `${where} holds more than 1,000 pickles one after the other.`);
      return;
    }
  }
  trailing(scan, item, at);
}

function trailing(scan: Scan, item: Item, at: number): void {
  const { bytes, where } = item;
  const rest = bytes.subarray(at);
  if (rest.every((byte) => byte === 0)) return;
  report(
    scan,
    "pickle.trailing_data",
    where,
    `${where} has ${rest.length} bytes behind the end of its pickle that are no pickle.`,
  );
  hiddenPickles(scan, item, [{ start: at, end: bytes.length }], "search");
}
