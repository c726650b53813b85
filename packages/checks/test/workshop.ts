import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CheckResult, Submission } from "@countersign/domain";
import { DuckDBInstance } from "@duckdb/node-api";
import { runSuite, type RequestedCheck, type RunSuiteOptions, type VersionUnderTest } from "../src/index.ts";
import { versionFrom } from "./stories.ts";

/** A folder of its own, with files written from bytes, text, or SQL (a Parquet file of the query's rows). */
export async function folder(files: Record<string, Uint8Array | string | { sql: string }>): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "checks version-"));
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(join(dir, path), content);
    else await db.run(`COPY (${content.sql}) TO '${join(dir, path)}' (FORMAT parquet)`);
  }
  return dir;
}

export const base: Submission = {
  countersign: 1,
  model: "m",
  task: "binary",
  files: { onnx: "model.onnx" },
  onnx: { input: "x", output: "probabilities", class: 1 },
  data: { test: { path: "test.parquet", target: "y", id: "id" } },
  decision: { threshold: 0.5, favourable: "below" },
};

/** 200 rows with two numbers and a label that follows the first. */
export const rows = (label = "(a > 0)::int"): string =>
  `SELECT i AS id, a, b, ${label} AS y FROM (SELECT i, sin(i * 1.7) AS a, cos(i * 0.9) AS b FROM range(200) t(i))`;

export async function versionOf(
  files: Parameters<typeof folder>[0],
  over: Partial<Submission> = {},
): Promise<VersionUnderTest> {
  return versionFrom(await folder(files), { ...base, ...over });
}

export async function check(
  version: VersionUnderTest,
  requested: (string | RequestedCheck)[],
  options: Partial<RunSuiteOptions> & { champion?: VersionUnderTest & { label: string } } = {},
): Promise<CheckResult[]> {
  const { champion, ...rest } = options;
  const input = { ...version, allowlist: join(version.dir, "allowlist.json"), ...(champion ? { champion } : {}) };
  return runSuite(
    input,
    requested.map((r) => (typeof r === "string" ? { check: r } : r)),
    { signal: AbortSignal.timeout(60_000), ...rest },
  );
}
