import { expect, test } from "vitest";
import { judgeChange, type Limit, type Measurement, type PolicyCheck } from "../src/index.ts";

const rule = (check: string, ...limits: Limit[]): PolicyCheck => ({ check, limits, outcome: {} });
const at = (value: number | null, interval?: [number, number]): Measurement => ({
  value,
  detections: [],
  ...(interval ? { interval: { low: interval[0], high: interval[1], level: 0.95, method: "x" } } : {}),
});
const auc = rule(
  "perf.roc_auc",
  { verdict: "fail", on: "value", is: "<", than: 0.7 },
  { verdict: "fail", on: "low", is: "<", than: 0.7 },
);
const missing = rule("dq.missing", { verdict: "warn", on: "value", is: ">", than: 0.05 });
const slope = rule("perf.calibration_slope", { verdict: "fail", on: "value", is: "outside", than: [0.8, 1.25] });
const large = rule("perf.calibration_in_the_large", { verdict: "fail", on: "abs", is: ">", than: 0.1 });

test("better is what the limits call better", () => {
  expect(judgeChange(auc, 0.79, at(0.81, [0.79, 0.83]), "pass")).toBe("better");
  expect(judgeChange(auc, 0.81, at(0.79, [0.77, 0.81]), "pass")).toBe("worse");
  expect(judgeChange(missing, 0.01, at(0.02), "pass")).toBe("worse");
  expect(
    judgeChange(rule("scan.artifact", { verdict: "fail", on: "detections", is: ">", than: 0 }), 0, at(1), "fail"),
  ).toBe("worse");
});

test("a tiny change far within the limit is neither; beside or past the limit it is", () => {
  expect(judgeChange(missing, 0.02, at(0.02008), "pass")).toBeNull();
  expect(judgeChange(missing, 0.0499, at(0.04998), "pass")).toBe("worse");
  expect(judgeChange(missing, 0.06, at(0.06008), "warn")).toBe("worse");
  expect(judgeChange(missing, 0.02, at(0.02), "pass")).toBeNull();
});

test("a metric with a target is judged by how far it is from it", () => {
  expect(judgeChange(slope, 1.2, at(0.95), "pass")).toBe("better");
  expect(judgeChange(slope, 1.102, at(1.735), "fail")).toBe("worse");
  expect(judgeChange(slope, 1.102, at(1.099), "pass")).toBeNull();
  expect(judgeChange(large, -0.04965, at(-0.03703), "pass")).toBe("better");
  expect(judgeChange(large, -0.04965, at(-1.678), "fail")).toBe("worse");
});

test("where the limits do not say, and where a figure is missing, nothing is judged", () => {
  expect(
    judgeChange(
      rule("perf.interval_coverage", { verdict: "fail", on: "value", is: "outside", than: [0.8, 0.99] }),
      0.8,
      at(0.9),
      "pass",
    ),
  ).toBeNull();
  expect(judgeChange(rule("perf.accuracy"), 0.8, at(0.9), "pass")).toBeNull();
  expect(judgeChange(auc, null, at(0.9), "pass")).toBeNull();
  expect(judgeChange(auc, 0.9, at(null), "insufficient")).toBeNull();
});
