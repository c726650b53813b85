import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckResult } from "@countersign/domain";
import { expect, test } from "vitest";
import type { SuiteLimits } from "../src/index.ts";
import { softmaxModel } from "./models.ts";
import { check, rows, versionOf } from "./workshop.ts";

const version = await versionOf({ "model.onnx": softmaxModel(2, 2, [-3, 3, 0, 0]), "test.parquet": { sql: rows() } });
const say =
  "const w = (m) => fs.writeSync(3, typeof m === 'string' ? m : JSON.stringify(m) + '\\n'); const job = JSON.parse(fs.readFileSync(0, 'utf8')); const at = job.requested[0].index;";
const measured =
  "({ at: 'measured', index: at, status: 'measured', measurements: [{ value: 1, detections: [] }], assurance: 'inspected', engine: {} })";

/** Runs two checks with a child whose code is given. */
async function withChild(code: string, limits: Partial<SuiteLimits> = {}): Promise<CheckResult[]> {
  const entry = join(mkdtempSync(join(tmpdir(), "checks-child-")), "child.mjs");
  writeFileSync(entry, `import fs from "node:fs"; ${say} ${code}`);
  return check(version, ["dq.missing", "perf.roc_auc"], {
    childEntry: entry,
    limits: { wallMs: 2_000, resultBytes: 20_000, ...limits },
  });
}

const faults: Record<string, [code: string, reason: RegExp]> = {
  "ends without a word": ["process.exit(0)", /without a result/],
  "ends with an exit code": ["process.exit(7)", /exit code 7/],
  throws: ["throw new Error('boom')", /boom/],
  aborts: ["w({ at: 'start', index: at }); process.abort()", /memory|SIGABRT/],
  "kills itself": ["process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)", /was stopped/],
  "fills its heap": ["const a = []; for (;;) a.push(new Array(1e6).fill(at + a.length))", /memory/],
  hangs: ["for (;;);", /longer than/],
  "sends what is no message": ['w(\'{"at":"measured"}\\n\'); setInterval(() => {}, 1000)', /not a result/],
  "sends what is no JSON": ["w('hello\\n'); setInterval(() => {}, 1000)", /not a result/],
  "sends without end": ["for (;;) w('x'.repeat(5000))", /more than a result/],
  "measures nothing": [
    "for (const r of job.requested) w({ at: 'measured', index: r.index, status: 'measured', measurements: [], assurance: 'inspected', engine: {} })",
    /measured nothing/,
  ],
  "sends a number too large for JSON": [
    'for (const r of job.requested) w(\'{"at":"measured","index":\' + r.index + \',"status":"measured","measurements":[{"value":1e999,"detections":[]}],"assurance":"inspected","engine":{}}\\n\')',
    /not a result/,
  ],
};

for (const [name, [code, reason]] of Object.entries(faults))
  test(`a child that ${name} leaves errors, never a measurement`, async () => {
    const results = await withChild(code, name === "fills its heap" ? { heapMiB: 64, wallMs: 20_000 } : {});
    expect(results.map((r) => r.status)).toEqual(["error", "error"]);
    expect(results[0]?.reason).toMatch(reason);
    expect(results.every((r) => r.measurements.length === 0)).toBe(true);
  }, 30_000);

test("the first word about a check stands, and nobody answers for another's", async () => {
  const results = await withChild(
    `w(${measured}); w({ ...${measured}, measurements: [{ value: 2, detections: [] }] }); w({ ...${measured}, index: 99 }); w({ at: 'error', index: at + 1, reason: 'no' });`,
  );
  expect(results.map((r) => [r.status, r.measurements[0]?.value])).toEqual([
    ["measured", 1],
    ["error", undefined],
  ]);
});

test("the check that was running when the child died is blamed, the rest run again", async () => {
  const results = await withChild(`w({ at: 'start', index: at }); if (at === 0) process.exit(3); w(${measured});`);
  expect(results.map((r) => r.status)).toEqual(["error", "measured"]);
});

test("a cancelled run ends at once without a result for what was not finished", async () => {
  const told: string[] = [];
  const cancelled = check(version, ["perf.roc_auc"], {
    signal: AbortSignal.timeout(100),
    onResult: (r) => void told.push(r.check),
  });
  await expect(cancelled).rejects.toThrow(/timeout/i);
  expect(told).toEqual([]);
});

test("a failure to record a result fails the run", async () => {
  const failing = check(version, ["perf.roc_auc"], { onResult: () => Promise.reject(new Error("database gone")) });
  await expect(failing).rejects.toThrow("database gone");
});

test("the child has no environment, cannot write, start programs, or read outside its folders", async () => {
  const code = `
    const tried = async (f) => { try { return String(await f()) } catch (e) { return e.code ?? e.message } };
    const cp = await import('node:child_process'); const net = await import('node:net');
    const out = { env: Object.keys(process.env).join(), write: await tried(() => fs.writeFileSync('/tmp/x', 'x')), read: await tried(() => fs.readFileSync('/etc/hostname')), start: await tried(() => cp.execSync('id')),
      net: await tried(() => new Promise((_, bad) => net.connect(80, '192.0.2.1').on('error', bad))) };
    w({ at: 'measured', index: at, status: 'measured', measurements: [{ value: 1, detections: [], details: out }], assurance: 'inspected', engine: {} });
    process.exit(0);`;
  const [result] = await withChild(code);
  const details = result?.measurements[0]?.details ?? {};
  expect(details["env"]).toBe("ORT_DISABLE_TELEMETRY,ORT_TELEMETRY_DISABLED");
  for (const key of ["write", "read", "start"]) expect(details[key], key).toBe("ERR_ACCESS_DENIED");
  if (result?.isolation.includes("no network")) expect(details["net"]).toMatch(/ENETUNREACH|ERR_ACCESS_DENIED/);
  console.log(`isolation here: ${result?.isolation}`);
});
