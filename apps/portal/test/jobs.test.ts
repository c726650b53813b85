import type { JobView } from "@countersign/domain";
import { english } from "@countersign/words";
import { expect, test } from "vitest";
import { announced } from "../src/client/job-words.ts";
import { merged, news } from "../src/client/jobs.ts";

const job = (change: Partial<JobView> = {}): JobView => ({
  id: "job_1",
  what: { kind: "trail", format: "csv", narrowed: false },
  state: "running",
  step: null,
  done: null,
  total: null,
  file: null,
  fetched: false,
  problem: null,
  createdAt: "2026-11-30T14:00:00.000Z",
  expiresAt: "2026-12-30T14:00:00.000Z",
  ...change,
});

test("a job keeps its place in the tray, and a new one comes last", () => {
  const known = [job({ id: "job_a" }), job({ id: "job_b" })];
  const heard = [job({ id: "job_c" }), job({ id: "job_b", state: "done" })];
  expect(merged(known, heard).map(({ id, state }) => [id, state])).toEqual([
    ["job_a", "running"],
    ["job_b", "done"],
    ["job_c", "running"],
  ]);
});

test("an answer that was long on its way does not take a job back from its end; one that was begun anew goes on", () => {
  const ended = [job({ state: "done" })];
  expect(news(ended, [job({ state: "running" })])).toEqual([]);
  expect(news(ended, [job({ state: "running", createdAt: "2026-11-30T15:00:00.000Z" })])).toHaveLength(1);
  expect(news([], [job()])).toHaveLength(1);
});

test("read out are the beginning, each quarter once, and the end", () => {
  const at = (done: number): JobView => job({ done, total: 1_000 });
  const steps = [undefined, at(0), at(249), at(250), at(400), at(760), at(1_000), job({ state: "done" })];
  const said = steps.slice(1).map((now, i) => announced(english, steps[i], now as JobView));
  expect(said).toEqual([
    "Audit trail as CSV: begun.",
    null,
    "Audit trail as CSV: 25 %.",
    null,
    "Audit trail as CSV: 75 %.",
    null,
    "Audit trail as CSV: ready.",
  ]);
});

test("a job that ended otherwise says so, and one that was there when the page came is not announced", () => {
  const problem = { title: "Not found", detail: "", action: "" };
  expect(announced(english, job(), job({ state: "failed", problem }))).toBe("Audit trail as CSV: failed. Not found.");
  expect(announced(english, job(), job({ state: "cancelled" }))).toBe("Audit trail as CSV: cancelled.");
  expect(announced(english, job({ state: "queued" }), job())).toBeNull();
  expect(announced(english, job(), job())).toBeNull();
});
