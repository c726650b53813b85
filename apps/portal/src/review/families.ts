import type { CheckView } from "@countersign/domain";
import { msg, type Say } from "@countersign/words";

const families: Record<string, string> = {
  dq: msg("data quality {n}"),
  leak: msg("leakage {n}"),
  perf: msg("performance {n}"),
  slice: msg("slices {n}"),
  fairness: msg("fairness {n}"),
  champion: msg("against production {n}"),
  repro: msg("reproduction {n}"),
  deps: msg("software {n}"),
  scan: msg("artifact safety {n}"),
  artifact: msg("artifact safety {n}"),
  compat: msg("signature {n}"),
  docs: msg("documents {n}"),
};
const otherFamily = msg("other {n}");

/** `performance 4, fairness 1`: checks by what they are about. */
export function byFamily(say: Say, checks: CheckView[]): string {
  const count = new Map<string, number>();
  for (const { check } of checks) {
    const family = families[check.split(".")[0] ?? ""] ?? otherFamily;
    count.set(family, (count.get(family) ?? 0) + 1);
  }
  return [...count].map(([family, n]) => say(family, { n })).join(", ");
}
