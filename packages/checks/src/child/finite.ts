import type { Measurement } from "@countersign/domain";

/** A number that is not finite cannot be stored or judged: it becomes null and the measurement says so. */
export function finiteMeasurement(m: Measurement): Measurement {
  const { interval, ...rest } = m;
  const out: Measurement = { ...rest };
  if (interval && Number.isFinite(interval.low) && Number.isFinite(interval.high)) out.interval = interval;
  if (m.value !== null && !Number.isFinite(m.value)) {
    out.value = null;
    out.insufficient ??= "The number is not defined on these rows.";
  }
  return out;
}
