import type { Json } from "@countersign/canonical";
import type { CheckResult } from "@countersign/policy";

type Fields = { [key: string]: Json };

const isObject = (value: Json | undefined): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: Json | undefined): value is string => typeof value === "string";
const isNumber = (value: Json | undefined): boolean => typeof value === "number";
const absentOr = (value: Json | undefined, fits: (value: Json) => boolean): boolean =>
  value === undefined || fits(value);
const allOf = (value: Json | undefined, fits: (value: Json) => boolean): boolean =>
  isObject(value) && Object.values(value).every(fits);

/** A document as a check's result, or null where it has not the form that the rules rely on. */
export function asResult(value: Json | undefined): CheckResult | null {
  if (!isObject(value)) return null;
  const { check, version, params, status, reason, measurements, inputs } = value;
  const fits =
    isText(check) &&
    isText(version) &&
    isObject(params) &&
    ["measured", "error", "skipped"].includes(String(status)) &&
    absentOr(reason, isText) &&
    Array.isArray(measurements) &&
    measurements.every(isMeasurement) &&
    allOf(inputs, isText);
  return fits ? (value as unknown as CheckResult) : null;
}

function isMeasurement(value: Json): boolean {
  if (!isObject(value)) return false;
  const { subject, value: number, n, interval, support, detections, insufficient } = value;
  return (
    absentOr(subject, isText) &&
    (number === null || isNumber(number)) &&
    absentOr(n, isNumber) &&
    absentOr(insufficient, isText) &&
    absentOr(interval, (it) => isObject(it) && isNumber(it["low"]) && isNumber(it["high"])) &&
    absentOr(support, (it) => allOf(it, isNumber)) &&
    Array.isArray(detections) &&
    detections.every(isDetection)
  );
}

const isDetection = (value: Json): boolean =>
  isObject(value) && isText(value["code"]) && isText(value["where"]) && isText(value["text"]);
