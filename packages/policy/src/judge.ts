import { judgeMeasurement } from "./judge-measurement.ts";
import { outcomeOf, outcomeOrder, verdictOrder, worst } from "./outcome.ts";
import type { CheckResult, CheckVerdict, JudgedCheck, JudgedMeasurement, PolicyCheck } from "./types.ts";

/**
 * Puts a result against the policy's limits. No result, another check's result, an error and a result without
 * measurements are all `error`, which blocks; `insufficient` and `skipped` are never a pass.
 */
export function judge(check: PolicyCheck, result: CheckResult | undefined): JudgedCheck {
  const title = check.title ?? check.check;
  const whole = (verdict: CheckVerdict, sentence: string): JudgedCheck => ({
    check: check.check,
    title,
    verdict,
    outcome: outcomeOf(check, verdict),
    sentence,
    measurements: [],
  });
  if (!result) return whole("error", "It has not been run.");
  if (result.check !== check.check) return whole("error", `The result is that of ${result.check}.`);
  if (result.status === "error") return whole("error", `It could not be measured: ${because(result.reason)}`);
  if (result.status === "skipped") return whole("skipped", `It was skipped: ${because(result.reason)}`);
  if (result.measurements.length === 0) return whole("error", "It measured nothing.");
  const measurements = result.measurements.map((measurement) => judgeMeasurement(check, measurement));
  return {
    check: check.check,
    title,
    verdict: worst(
      measurements.map((m) => m.verdict),
      verdictOrder,
      "error",
    ),
    outcome: worst(
      measurements.map((m) => m.outcome),
      outcomeOrder,
      "blocks",
    ),
    sentence: decidingSentence(measurements),
    measurements,
  };
}

const badness = (measurement: JudgedMeasurement): number =>
  outcomeOrder.indexOf(measurement.outcome) * verdictOrder.length + verdictOrder.indexOf(measurement.verdict);

/** What the worst measurements say, three at most: they are why the check ends as it does. */
function decidingSentence(measurements: readonly JudgedMeasurement[]): string {
  const most = Math.max(...measurements.map(badness));
  const deciding = measurements.filter((measurement) => badness(measurement) === most);
  const more = deciding.length - 3;
  return (
    deciding
      .slice(0, 3)
      .map((measurement) => measurement.sentence)
      .join(" ") + (more > 0 ? ` And ${more} more.` : "")
  );
}

const because = (reason: string | undefined): string => {
  const text = (reason ?? "").trim();
  return text === "" ? "no reason was given." : /[.!?]$/.test(text) ? text : `${text}.`;
};
