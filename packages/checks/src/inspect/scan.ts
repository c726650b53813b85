import type { Detection } from "@countersign/domain";
import type { Allowlist } from "./pickle/allowlist.ts";

export interface ScanLimits {
  /** Pickle opcodes, protobuf fields and like steps in one scan. Counted, not timed, so that a scan ends the same everywhere. */
  steps: number;
  /** Bytes that decompression may give in one scan. */
  expanded: number;
  /** Containers inside containers. */
  depth: number;
  /** Entries of one archive. */
  entries: number;
  /** Detections kept; the rest is counted. */
  detections: number;
}

const defaultScanLimits: ScanLimits = {
  steps: 150_000_000,
  expanded: 1_500_000_000,
  depth: 4,
  entries: 20_000,
  detections: 200,
};

/** One scan under way: what may be named, what was found, and how much may still be spent. */
export interface Scan {
  readonly allow: Allowlist;
  readonly limits: ScanLimits;
  readonly detections: Detection[];
  /** Detections that were found and not kept. */
  more: number;
  /** Format of every file and archive entry looked at. */
  readonly formats: Map<string, string>;
  stepsLeft: number;
  bytesLeft: number;
}

export function newScan(allow: Allowlist, limits: ScanLimits = defaultScanLimits): Scan {
  return {
    allow,
    limits,
    detections: [],
    more: 0,
    formats: new Map(),
    stepsLeft: limits.steps,
    bytesLeft: limits.expanded,
  };
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Keeps a detection once per code, place and text. */
export function report(scan: Scan, code: string, where: string, text: string): void {
  const made = { code, where: cut(where, 900), text: cut(text, 1500) };
  if (scan.detections.some((d) => d.code === made.code && d.where === made.where && d.text === made.text)) return;
  if (scan.detections.length < scan.limits.detections) scan.detections.push(made);
  else scan.more++;
}

/** Takes steps from the budget; false, with a detection, when it is used up. */
export function spend(scan: Scan, steps: number, where: string): boolean {
  scan.stepsLeft -= steps;
  if (scan.stepsLeft >= 0) return true;
  scan.stepsLeft = 0;
  report(
    scan,
    "scan.limit",
    where,
    `${where} takes more work to look through than a scan may do, so it counts as not scanned.`,
  );
  return false;
}

/** A file or entry to look at. `where` names it for people; `name` is its own name, a hint and never trusted. */
export interface Item {
  bytes: Uint8Array;
  where: string;
  name: string;
  /** How many containers it lies in. */
  depth: number;
  /** What the container says the entry is for. */
  inside?: "torch" | "skops" | "keras" | "npz" | "torch storage";
}
