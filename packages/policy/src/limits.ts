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
    default:
      // A document that was never parsed may name anything: what is not known is not measured.
      return null;
  }
}

const comparisons: readonly string[] = ["<", "<=", ">", ">=", "outside"];

/** The limit's bounds, the same number twice where it has one; null for a limit that cannot be followed, which nothing passes. */
export function boundsOf({ than, is }: Limit): [number, number] | null {
  if (!comparisons.includes(is) || Array.isArray(than) !== (is === "outside")) return null;
  const bounds: [number, number] = Array.isArray(than) ? than : [than, than];
  return bounds.length === 2 && bounds.every(Number.isFinite) ? bounds : null;
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

const names = {
  value: "",
  abs: "the absolute value ",
  low: "the lower bound ",
  high: "the upper bound ",
  width: "the interval's width ",
  detections: "",
} as const;

/** "0.6921 is below 0.7", "the lower bound 0.71 is not below 0.7", "2 detections, none is allowed". */
export function comparison({ on, is }: Limit, judged: number, [low, high]: [number, number], held: boolean): string {
  if (on === "detections" && is !== "outside") return hitWords(is, judged, low, held);
  const nearest = Math.abs(judged - low) <= Math.abs(judged - high) ? low : high;
  const number = `${names[on]}${numberAgainst(judged, nearest)}`;
  if (is === "outside")
    return `${number} is ${held ? "outside" : "within"} ${plainNumber(low)} to ${plainNumber(high)}`;
  return `${number} is ${held ? hit[is] : clear[is]} ${plainNumber(low)}`;
}

function hitWords(is: "<" | "<=" | ">" | ">=", found: number, limit: number, held: boolean): string {
  if (is === ">" && limit === 0) return held ? `${counted(found, "detection")}, none is allowed` : "nothing was found";
  return `${counted(found, "detection")}, ${held ? hit[is] : clear[is]} ${limit}`;
}
