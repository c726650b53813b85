import { counted, numberAgainst, plainNumber } from "./numbers.ts";
import type { Limit, Measurement } from "./types.ts";

/** The number of a measurement that a limit judges; null where the measurement has none. */
export function judgedNumber(on: Limit["on"], measurement: Measurement): number | null {
  const { value, interval } = measurement;
  switch (on) {
    case "value":
      return value;
    case "abs":
      return value === null ? null : Math.abs(value);
    case "low":
      return interval?.low ?? null;
    case "high":
      return interval?.high ?? null;
    case "width":
      return interval ? interval.high - interval.low : null;
    case "detections":
      return measurement.detections.length;
  }
}

/** The limit's bounds for this measurement, or null where the measurement lacks the number the limit refers to. */
export function boundsOf({ than, is }: Limit, measurement: Measurement): [number, number] | null {
  if (Array.isArray(than)) return is === "outside" ? than : null;
  const bound = typeof than === "number" ? than : (measurement.support?.[than.support] ?? null);
  return bound === null || is === "outside" ? null : [bound, bound];
}

/** Whether the comparison of the limit is true, which gives its verdict. */
export function holds(limit: Limit, judged: number, [low, high]: [number, number]): boolean {
  switch (limit.is) {
    case "<":
      return judged < low;
    case "<=":
      return judged <= low;
    case ">":
      return judged > low;
    case ">=":
      return judged >= low;
    case "outside":
      return judged < low || judged > high;
  }
}

const hit = { "<": "below", "<=": "at or below", ">": "above", ">=": "at or above" } as const;
const clear = { "<": "not below", "<=": "above", ">": "not above", ">=": "below" } as const;

const names = { value: "", abs: "the absolute value ", low: "the lower bound ", high: "the upper bound ", width: "the interval's width ", detections: "" } as const;

/** "0.6921 is below 0.7", "the lower bound 0.71 is not below 0.7", "2 hits, above 0". */
export function comparison(limit: Limit, judged: number, [low, high]: [number, number], held: boolean): string {
  if (limit.on === "detections") return counted(judged, "hit", "hits") + (low === 0 ? (held ? ", none is allowed" : "") : `, ${held ? hit[limit.is === "outside" ? ">" : limit.is] : clear[limit.is === "outside" ? ">" : limit.is]} ${low}`);
  const nearest = Math.abs(judged - low) <= Math.abs(judged - high) ? low : high;
  const number = `${names[limit.on]}${numberAgainst(judged, nearest)}`;
  if (limit.is === "outside") return `${number} is ${held ? "outside" : "within"} ${plainNumber(low)} to ${plainNumber(high)}`;
  const reference = typeof limit.than === "object" && !Array.isArray(limit.than) ? `${limit.than.support.replaceAll("_", " ")} ${plainNumber(low)}` : plainNumber(low);
  return `${number} is ${held ? hit[limit.is] : clear[limit.is]} ${reference}`;
}
