import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { byNote, compute, leftOut, partly, type Case } from "./parity-functions.ts";

const folder = fileURLToPath(new URL("../../../test/fixtures/reference-metrics/", import.meta.url));
const files = ["classification", "regression", "calibration", "intervals", "fairness", "drift", "edges"];
const cases = files.flatMap((file) => JSON.parse(readFileSync(`${folder}${file}.json`, "utf8")) as Case[]);

const number = (v: unknown): unknown =>
  v === "NaN" ? Number.NaN : v === "Infinity" ? Infinity : v === "-Infinity" ? -Infinity : v;
let worst = { id: "none", difference: 0 };
let checked = 0;

/** |a - b| <= tolerance · max(1, |b|), the rule of the cases; ours may say null where the reference says NaN. */
function agree(id: string, ours: unknown, expected: unknown, tolerance: number): void {
  const e = number(expected);
  if (Array.isArray(e)) {
    expect(Array.isArray(ours), id).toBe(true);
    return e.forEach((v, i) => agree(id, (ours as unknown[])[i], v, tolerance));
  }
  if (e !== null && typeof e === "object") {
    const keys = Object.keys(e).filter((key) => key !== "warns" && !partly[id]?.includes(key));
    return keys.forEach((key) =>
      agree(`${id} ${key}`, (ours as Record<string, unknown>)?.[key], (e as Record<string, unknown>)[key], tolerance),
    );
  }
  if (e === null || (typeof e === "number" && Number.isNaN(e)))
    return expect(ours === null || Number.isNaN(ours), id).toBe(true);
  if (typeof e !== "number") return expect(ours, id).toEqual(e);
  const difference = Math.abs((ours as number) - e) / Math.max(1, Math.abs(e));
  if (difference > worst.difference) worst = { id, difference };
  expect(difference, `${id}: ${String(ours)} against ${e}`).toBeLessThanOrEqual(tolerance);
}

for (const c of cases) {
  if (leftOut.has(c.id)) continue;
  test(`${c.id} ${c.metric} agrees with ${c.reference.function}`, async () => {
    const ours = await compute(c, folder);
    agree(c.id, ours, byNote[c.id] ?? c.expected, c.tolerance);
    checked++;
  });
}

afterAll(() => {
  const parts = Object.entries(partly).map(([id, keys]) => `${id} (${keys.join(", ")})`);
  const names = [...leftOut].map((id) => `${id} (${cases.find((c) => c.id === id)?.metric ?? "?"})`);
  console.log(
    `parity: ${checked} of ${cases.length} cases agree, worst difference ${worst.difference.toExponential(2)} at ${worst.id}; answered as their note asks: ${Object.keys(byNote).join(", ")}; left out by name: ${[...names, ...parts].join(", ")}`,
  );
});
