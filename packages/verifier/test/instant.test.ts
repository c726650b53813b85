import fc from "fast-check";
import { expect, test } from "vitest";
import { milliseconds, near } from "../src/instant.ts";

test("times are read as the platform's own calendar reads them", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
      (date) => {
        expect(milliseconds(date.toISOString())).toBe(date.getTime());
      },
    ),
  );
  expect(milliseconds("2026-11-26T08:00:00.123456Z")).toBe(Date.parse("2026-11-26T08:00:00.123Z"));
});

test("what is no time is none, and is near to nothing", () => {
  for (const text of [
    "",
    "2026-11-26",
    "2026-13-01T00:00:00.000Z",
    "2026-11-26T24:00:00.000Z",
    "2026-11-26T08:00:00Z",
    "2026-11-26T08:00:00.000+01:00",
  ]) {
    expect(milliseconds(text)).toBeNull();
    expect(near(text, text, 10)).toBe(false);
  }
  expect(near("2026-11-26T08:00:00.000Z", "2026-11-26T08:10:00.000Z", 10)).toBe(true);
  expect(near("2026-11-26T08:00:00.000Z", "2026-11-26T08:10:00.001Z", 10)).toBe(false);
});
