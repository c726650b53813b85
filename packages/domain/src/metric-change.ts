import { boundsOf, type CheckVerdict, judgedNumber, type Measurement, type PolicyCheck } from "@countersign/policy";

/** A change smaller than this share of what is left to the limit is too small to be called better or worse. */
const noticeable = 0.05;

/** Metrics that are best at one value, by the end of their check's id. */
const targets: Record<string, number> = { calibration_slope: 1, calibration_in_the_large: 0, bias: 0, mean_bias: 0 };

type Goal = "higher" | "lower" | { target: number };

/** Which way is better by the policy's limits, or the value that is best; null where they do not say. */
function goalOf({ check, limits }: PolicyCheck): Goal | null {
  const target = targets[check.split(".")[1] ?? ""];
  if (target !== undefined) return { target };
  if (limits.some(({ on }) => on === "abs")) return { target: 0 };
  const limit = limits.find(({ on }) => on !== "width");
  if (!limit || limit.is === "outside") return null;
  return limit.is === "<" || limit.is === "<=" ? "higher" : "lower";
}

function gainOf(goal: Goal, before: number, now: number): number {
  if (goal === "higher") return now - before;
  if (goal === "lower") return before - now;
  return Math.abs(before - goal.target) - Math.abs(now - goal.target);
}

/** How far the measurement is from the nearest limit; infinite where none can be followed. */
function room({ limits }: PolicyCheck, now: Measurement): number {
  const distances = limits.flatMap((limit) => {
    const judged = judgedNumber(limit.on, now);
    return judged === null ? [] : (boundsOf(limit) ?? []).map((bound) => Math.abs(judged - bound));
  });
  return Math.min(...distances);
}

/**
 * Whether a metric became better or worse by the policy's limits; null where they do not say, where nothing changed or too
 * little is known, and where a passed metric moved too little to matter.
 */
export function judgeChange(
  rule: PolicyCheck,
  before: number | null,
  now: Measurement,
  verdict: CheckVerdict | null,
): "better" | "worse" | null {
  const goal = goalOf(rule);
  const told = verdict === "pass" || verdict === "warn" || verdict === "fail";
  if (goal === null || before === null || now.value === null || !told) return null;
  const gain = gainOf(goal, before, now.value);
  if (gain === 0) return null;
  const distance = room(rule, now);
  if (verdict === "pass" && Number.isFinite(distance) && Math.abs(gain) < noticeable * distance) return null;
  return gain > 0 ? "better" : "worse";
}
