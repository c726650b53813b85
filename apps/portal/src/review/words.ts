import type { CheckView, Limit, Measurement } from "@countersign/domain";
import { english, msg, type Say } from "@countersign/words";

/** The minus of a figure is U+2212: as wide as a digit, and no hyphen. */
export const minus = (text: string): string => text.replace(/(^|[\s(])-(?=\d)/g, "$1−");

/** Four significant digits; the exact figure stands in the result by digest. */
export const number = (value: number | null): string =>
  value === null
    ? "–"
    : minus(Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(4))));

const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(Number(value.toPrecision(4))))?.[1]?.length ?? 0;

/** More would be noise, and push the columns apart. */
const mostDecimals = 7;

/** Decimals for two figures and their difference, so that each is told from the other. */
export function decimalsFor(base: number, now: number): number {
  const difference = Math.abs(now - base);
  const told = difference === 0 ? 0 : Math.ceil(-Math.log10(difference));
  const wanted =
    Number.isInteger(base) && Number.isInteger(now) ? 0 : Math.max(decimalsOf(base), decimalsOf(now), told);
  return Math.min(wanted, mostDecimals);
}

/** A figure with so many decimals, filled up on the right as far as the widest of its column, so that the points line up. */
export function aligned(value: number, decimals: number, widest: number): string {
  const text = value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const missing = widest - decimals + (decimals === 0 && widest > 0 ? 1 : 0);
  return minus(text) + "\u00a0".repeat(missing);
}

/** What a limit allows: `≤ 0.1` where above 0.1 is worth a warning. */
export function allowed(limit: Limit, say: Say = english): string {
  const range = rangeOf(limit, say);
  if (limit.on === "abs") return `|x| ${range}`;
  const bound = bounds[limit.on];
  return bound ? say(bound, { range }) : range;
}

const bounds: Partial<Record<Limit["on"], string>> = {
  low: msg("lower bound {range}"),
  high: msg("upper bound {range}"),
  width: msg("width {range}"),
};

function rangeOf(limit: Limit, say: Say): string {
  if (Array.isArray(limit.than))
    return say("{low} to {high}", { low: number(limit.than[0]), high: number(limit.than[1]) });
  if (limit.on === "detections") return say("{n} allowed", { n: number(limit.than) });
  const within = { ">": "≤", ">=": "<", "<": "≥", "<=": ">", outside: "" }[limit.is];
  return `${within} ${number(limit.than)}`;
}

/** The same in a sentence: what a limit does, and when. */
export function limitWords(limit: Limit, say: Say = english): string {
  const fails = limit.verdict === "fail";
  if (limit.on === "detections")
    return say(fails ? "fails with more than {n}" : "warns with more than {n}", { n: String(limit.than) });
  return say(fails ? "fails unless {limit}" : "warns unless {limit}", { limit: allowed(limit, say) });
}

/** The title of a check: ours is said; what a policy calls it is its own, and is no message. */
export const titleWords = (say: Say, title: string): string => (/[{<]/.test(title) ? title : say(title));

/** The measurement that speaks for a check: the first that was judged as the whole was. */
export function foremost(check: CheckView): { measurement: Measurement; limit: Limit | undefined } | null {
  const at = Math.max(0, check.judged?.measurements.findIndex((judged) => judged.verdict === check.verdict) ?? 0);
  const measurement = check.result?.measurements[at];
  if (!measurement) return null;
  return { measurement, limit: check.judged?.measurements[at]?.limit ?? check.limits[0] };
}
