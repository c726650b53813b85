import type { CheckView, Limit, Measurement } from "@countersign/domain";

/** Four significant digits; the exact figure stands in the result by digest. */
export const number = (value: number | null): string =>
  value === null ? "–" : Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(4)));

/** What a limit allows: `≤ 0.1` where above 0.1 is worth a warning. */
export function allowed(limit: Limit): string {
  const on = { value: "", abs: "|x| ", low: "lower bound ", high: "upper bound ", width: "width ", detections: "" }[
    limit.on
  ];
  if (Array.isArray(limit.than)) return `${on}${limit.than[0]}–${limit.than[1]}`;
  if (limit.on === "detections") return `${String(limit.than)} allowed`;
  const within = { ">": "≤", ">=": "<", "<": "≥", "<=": ">", outside: "" }[limit.is];
  return `${on}${within} ${String(limit.than)}`;
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
