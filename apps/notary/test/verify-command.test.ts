import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatVkey, noteSigner } from "@countersign/tlog";
import { afterAll, beforeAll, expect, test } from "vitest";
import { livingLog, type LivingLog } from "./living-log.ts";

const program = fileURLToPath(new URL("../../cli/src/main.ts", import.meta.url));
const other = formatVkey(noteSigner("other.log", new Uint8Array(32).fill(9)));
let log: LivingLog;
let bundle: Uint8Array;
let file: string;

beforeAll(async () => {
  log = await livingLog();
  bundle = await log.exported(await log.world.approved());
  file = join(log.folder, "evidence.zip");
  await writeFile(file, bundle);
});
afterAll(() => log.end());

/** Runs `countersign verify` without any setting: no server, no token, no home. */
function verify(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, "verify", ...args],
      { env: { HOME: "/nonexistent" }, maxBuffer: 64 << 20 },
      (error, out, err) => done({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
}

test("a true bundle: exit 0, what was decided, by whom, as of when, and every step", async () => {
  const { code, out } = await verify(file, "--trust", log.vkey);
  expect(code).toBe(0);
  for (const part of [
    "VERIFIED",
    "production: approved, under production revision 1",
    "priya, approver: approve",
    "records of test.log",
    "V19  passed",
  ])
    expect(out).toContain(part);
});

test("one of several keys, or a file of them, is enough", async () => {
  expect((await verify(file, "--trust", other, "--trust", log.vkey)).code).toBe(0);
  const keys = join(log.folder, "keys.txt");
  await writeFile(keys, `# logs that we audit\n${other}\n\n${log.vkey}\n`);
  expect((await verify(file, "--trust", keys)).code).toBe(0);
});

test("another log's key, or one byte changed: exit 1, and the discrepancy by name", async () => {
  const foreign = await verify(file, "--trust", other);
  expect([foreign.code, foreign.out.includes("checkpoint_untrusted")]).toEqual([1, true]);
  const changed = bundle.slice();
  changed[5000] = (changed[5000] ?? 0) ^ 1;
  const path = join(log.folder, "changed.zip");
  await writeFile(path, changed);
  const refused = await verify(path, "--trust", log.vkey);
  expect([refused.code, refused.out.includes("container")]).toEqual([1, true]);
});

test("without a key to trust: exit 2, and where a key comes from", async () => {
  const { code, err } = await verify(file);
  expect(code).toBe(2);
  expect(err).toContain("A bundle cannot vouch for itself");
  expect((await verify(file, "--trust", "nonsense")).code).toBe(2);
});

test("a file that is not there, or is something else: exit 2 and a sentence, never a stack", async () => {
  const letter = join(log.folder, "letter.txt");
  await writeFile(letter, "Dear auditor");
  for (const path of [join(log.folder, "nothing.zip"), log.folder, letter]) {
    const { code, out, err } = await verify(path, "--trust", log.vkey);
    expect(code, path).toBe(2);
    expect(out + err).not.toMatch(/\n\s+at /);
  }
});

test("--json says the same to programs", async () => {
  const { code, out } = await verify(file, "--trust", log.vkey, "--json");
  const report = JSON.parse(out) as {
    accepted: boolean;
    discrepancies: unknown[];
    facts: { reviews: { verdict: string }[] };
  };
  expect([code, report.accepted, report.discrepancies.length, report.facts.reviews[0]?.verdict]).toEqual([
    0,
    true,
    0,
    "approved",
  ]);
});
