import type { CheckView, Limit, Measurement, ReviewView } from "@countersign/domain";

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
export function allowed(limit: Limit): string {
  const on = { value: "", abs: "|x| ", low: "lower bound ", high: "upper bound ", width: "width ", detections: "" }[
    limit.on
  ];
  if (Array.isArray(limit.than)) return `${on}${number(limit.than[0])} to ${number(limit.than[1])}`;
  if (limit.on === "detections") return `${number(limit.than)} allowed`;
  const within = { ">": "≤", ">=": "<", "<": "≥", "<=": ">", outside: "" }[limit.is];
  return `${on}${within} ${number(limit.than)}`;
}

/** The same in a sentence: what a limit does, and when. */
export const limitWords = (limit: Limit): string =>
  `${limit.verdict === "fail" ? "fails" : "warns"} ${limit.on === "detections" ? `with more than ${String(limit.than)}` : `unless ${allowed(limit)}`}`;

/** The measurement that speaks for a check: the first that was judged as the whole was. */
export function foremost(check: CheckView): { measurement: Measurement; limit: Limit | undefined } | null {
  const at = Math.max(0, check.judged?.measurements.findIndex((judged) => judged.verdict === check.verdict) ?? 0);
  const measurement = check.result?.measurements[at];
  if (!measurement) return null;
  return { measurement, limit: check.judged?.measurements[at]?.limit ?? check.limits[0] };
}

/** What the last approval brings about by itself; null where it moves nothing. */
export const promotionWords = ({ policy, environment, version }: ReviewView): string | null =>
  policy.promotion === "on_approval" && environment.aliases.length > 0
    ? `The last approval makes version ${version.number} the ${environment.aliases.join(" and ")} in ${environment.title.toLowerCase()} at once.`
    : null;

const families: Record<string, string> = {
  dq: "data quality",
  leak: "leakage",
  perf: "performance",
  slice: "slices",
  fairness: "fairness",
  champion: "against production",
  repro: "reproduction",
  deps: "software",
  scan: "artifact safety",
  artifact: "artifact safety",
  compat: "signature",
  docs: "documents",
};

/** `performance 4, fairness 1`: checks by what they are about. */
export function byFamily(checks: CheckView[]): string {
  const count = new Map<string, number>();
  for (const { check } of checks) {
    const family = families[check.split(".")[0] ?? ""] ?? "other";
    count.set(family, (count.get(family) ?? 0) + 1);
  }
  return [...count].map(([family, n]) => `${family} ${n}`).join(", ");
}

/** Id of the form that makes the certificate of what was approved. */
export const certificateForm = "certificate";
