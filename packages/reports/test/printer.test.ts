import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jcs, utf8 } from "@countersign/canonical";
import { afterAll, expect, test } from "vitest";
import { certificate } from "../src/certificate.ts";
import { CertificateFault, certificatePrinter } from "../src/index.ts";
import { readParts, writeParts } from "../src/parts.ts";
import { approved } from "./approved.ts";

const folder = mkdtempSync(join(tmpdir(), "countersign-printer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const child = fileURLToPath(new URL("../src/child.ts", import.meta.url));
const limits = { milliseconds: 20_000, mebibytes: 1024, waiting: 16 };
const parts = {
  environment: "production",
  decision: utf8(jcs(approved())),
  statements: [utf8("one"), utf8("")],
  bundle: new Uint8Array([1, 2, 10, 0]),
};
/** A printing process that does something else. */
const program = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test("a process of its own prints what would be printed here, byte for byte, also when several ask at once", async () => {
  const here = certificate({ ...parts, statements: [] });
  const print = certificatePrinter(child);
  const printed = await Promise.all([1, 2, 3].map(() => print({ ...parts, statements: [] })));
  for (const pdf of printed) expect(here.ok && Buffer.compare(pdf, here.pdf)).toBe(0);
});
test("the parts arrive as they were sent, and a message that is cut off is refused", () => {
  const message = writeParts(parts);
  expect(readParts(message)).toMatchObject({ environment: "production" });
  expect(readParts(message).statements.map(String)).toEqual(["one", ""]);
  expect([...readParts(message).bundle]).toEqual([1, 2, 10, 0]);
  expect(() => readParts(message.subarray(0, -1))).toThrow("cut off");
});
test("a printing process that hangs is stopped, and the next one prints", async () => {
  const hangs = certificatePrinter(program("hangs.mjs", "for (;;);"), { ...limits, milliseconds: 300 });
  await expect(hangs(parts)).rejects.toThrow("It took longer than 0.3 seconds and was stopped.");
  await expect(hangs(parts)).rejects.toThrow(CertificateFault);
});
test.runIf(process.platform === "linux")("one that takes too much memory is stopped", async () => {
  const grows = certificatePrinter(
    program("grows.mjs", "const all = []; setInterval(() => all.push(Buffer.alloc(16 << 20, 1)), 5);"),
    { ...limits, mebibytes: 200 },
  );
  await expect(grows(parts)).rejects.toThrow("It took more than 200 MiB of memory and was stopped.");
});
test.each([
  ["fails", "process.exit(3)", "exit code 3"],
  ["is killed", 'process.kill(process.pid, "SIGKILL")', "SIGKILL"],
  ["says nothing", "", "exit code 0"],
])("one that %s is a fault with a sentence", async (name, text, says) => {
  await expect(certificatePrinter(program(`${name}.mjs`, text))(parts)).rejects.toThrow(
    `The printing process ended unexpectedly (${says}).`,
  );
});
test("it has no settings of ours, writes nothing and starts nothing", async () => {
  process.env["COUNTERSIGN_SECRET_OF_TEST"] = "1";
  const looks = program(
    "looks.mjs",
    `
    import { writeFileSync } from "node:fs"; import { spawnSync } from "node:child_process";
    const tried = (act) => { try { act(); return "did"; } catch (error) { return error.code; } };
    process.stdout.write([Object.keys(process.env).join(), tried(() => writeFileSync("${folder}/written", "x")), tried(() => spawnSync("true"))].join(" "));`,
  );
  expect(new TextDecoder().decode(await certificatePrinter(looks)(parts))).toBe(
    "NODE_ENV ERR_ACCESS_DENIED ERR_ACCESS_DENIED",
  );
});
test("more than can wait are turned away at once", async () => {
  const print = certificatePrinter(program("slow.mjs", "setTimeout(() => process.stdout.write('pdf'), 200)"), {
    ...limits,
    waiting: 2,
  });
  const [first, second, third] = await Promise.allSettled([print(parts), print(parts), print(parts)]);
  expect([first?.status, second?.status]).toEqual(["fulfilled", "fulfilled"]);
  expect(third).toMatchObject({
    status: "rejected",
    reason: { message: "Too many certificates are asked for at once." },
  });
});
