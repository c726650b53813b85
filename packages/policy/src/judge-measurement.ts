import { english, type Say } from "@countersign/words";
import { boundsOf, comparison, holds, judgedNumber } from "./limits.ts";
import { plainNumber } from "./numbers.ts";
import { outcomeOf, verdictOrder } from "./outcome.ts";
import type { CheckVerdict, JudgedMeasurement, Limit, Measurement, PolicyCheck, Sufficiency } from "./types.ts";

/** Puts one measurement against the limits of its check: sufficiency first, then the worst limit that is crossed. */
export function judgeMeasurement(check: PolicyCheck, measurement: Measurement): JudgedMeasurement {
  const { subject } = measurement;
  const done = (verdict: CheckVerdict, text: string, limit?: Limit): JudgedMeasurement => ({
    ...(subject === undefined ? {} : { subject }),
    verdict,
    outcome: outcomeOf(check, verdict),
    sentence: subject === undefined ? sentence(text) : `${capital(aboutWords(check.check, subject))}: ${ended(text)}`,
    ...(limit ? { limit } : {}),
  });
  if (measurement.insufficient !== undefined) return done("insufficient", measurement.insufficient);
  const notFinite = [measurement.value, measurement.interval?.low, measurement.interval?.high].some(
    (number) => typeof number === "number" && !Number.isFinite(number),
  );
  if (notFinite) return done("error", "the measured value is not a number");
  for (const rule of check.sufficient ?? []) {
    const short = tooLittle(rule, measurement);
    if (short) return done("insufficient", short);
  }
  const judged = check.limits.map((limit) => againstLimit(limit, measurement));
  const worst = judged.reduce<Against | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined);
  if (!worst) return done("pass", unlimited(measurement));
  if (worst.verdict !== "pass") return done(worst.verdict, worst.text, worst.limit);
  // Where two limits look at the same number the warning is the tighter one: it alone says that both are kept.
  const tightest = judged.filter(
    (one) =>
      one.limit.verdict === "warn" ||
      !judged.some((other) => other.limit.verdict === "warn" && other.limit.on === one.limit.on),
  );
  return done("pass", tightest.map((one) => one.text).join("; "));
}

/** What within its check a measurement is about: `age_band`; of a comparison with production, `against version 1.0`. */
export const aboutWords = (check: string, subject: string, say: Say = english): string =>
  check.startsWith("champion.") ? say("against version {version}", { version: subject }) : subject;

const capital = (words: string): string => (words.startsWith("against ") ? `A${words.slice(1)}` : words);

interface Against {
  verdict: CheckVerdict;
  text: string;
  limit: Limit;
}

const rank = (one: Against): number => verdictOrder.indexOf(one.verdict);

function againstLimit(limit: Limit, measurement: Measurement): Against {
  const judged = judgedNumber(limit.on, measurement);
  const bounds = boundsOf(limit);
  if (bounds === null) return { verdict: "error", text: "the policy's limit cannot be followed", limit };
  if (judged === null)
    return {
      verdict: "insufficient",
      text: `there is no ${limit.on === "value" || limit.on === "abs" ? "value to judge" : "interval to judge: the method gives none for this value"}`,
      limit,
    };
  const held = holds(limit, judged, bounds);
  const text = comparison(limit, judged, bounds, held) + (held ? hits(limit, measurement) : "");
  const { value } = measurement;
  const beside =
    limit.on === "detections" && !held && value !== null && value !== judged ? `${plainNumber(value)}, ` : "";
  return { verdict: held ? limit.verdict : "pass", text: `${beside}${text}`, limit };
}

const onWords: Record<string, string> = { n: "rows", width: "the interval's width" };

/** Why the measurement rests on too little to be judged, or null. What is not stated counts as nothing. */
function tooLittle(rule: Sufficiency, measurement: Measurement): string | null {
  const { interval } = measurement;
  const found =
    rule.on === "n"
      ? measurement.n
      : rule.on === "width"
        ? interval
          ? interval.high - interval.low
          : undefined
        : measurement.support?.[rule.on];
  const words = onWords[rule.on] ?? rule.on.replaceAll("_", " ");
  if (found === undefined || !Number.isFinite(found)) return `too little evidence: ${words} not known`;
  if (rule.is === ">=" && found >= rule.than) return null;
  if (rule.is === "<=" && found <= rule.than) return null;
  return rule.is === ">="
    ? `too little evidence: ${plainNumber(found)} ${words}, at least ${plainNumber(rule.than)} are needed`
    : `too little evidence: ${words} is ${plainNumber(found)}, at most ${plainNumber(rule.than)} is allowed`;
}

/** The first detections in words, so that the page names what was found. */
function hits(limit: Limit, { detections }: Measurement): string {
  if (detections.length === 0) return "";
  const shown = detections.slice(0, 3).map((detection) => detection.text.replace(/\.$/, ""));
  const more = detections.length - shown.length;
  return `${limit.on === "detections" ? ": " : " ("}${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}${limit.on === "detections" ? "" : ")"}`;
}

const unlimited = ({ value, detections }: Measurement): string =>
  value === null
    ? detections.length === 0
      ? "nothing was found"
      : `${detections.length} noted, no limit`
    : `${plainNumber(value)}, no limit`;

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
/** A plain first word gets its capital; the name of a file or column stays as it is. */
const sentence = (text: string): string =>
  ended(/^[a-z]+[ ,;:]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text);
