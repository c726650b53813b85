import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "countersign paths "));
mkdirSync(join(folder, "stands here"));
writeFileSync(join(folder, "stands here", "countersign.yaml"), "countersign: 2\n");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `countersign register .` run in the folder, as it is called in another one. */
function register(env: Record<string, string>): Promise<{ code: number; err: string }> {
  const settings = { COUNTERSIGN_URL: "http://127.0.0.1:1", COUNTERSIGN_TOKEN: "none", HOME: "/nonexistent" };
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, "register", "."],
      { cwd: folder, env: { ...settings, ...env } },
      (error, _out, err) => done({ code: Number(error?.code ?? 0), err }),
    );
  });
}

test("through the repository's script a path is relative to where the user stands", async () => {
  const { code, err } = await register({
    npm_package_name: "countersign-monorepo",
    INIT_CWD: join(folder, "stands here"),
  });
  expect(code).toBe(1);
  expect(err).toContain(`${join(folder, "stands here", "countersign.yaml")} does not fit`);
});

test("through another package's script, or none, it is relative to the folder that the script chose", async () => {
  for (const env of [{ npm_package_name: "somebodys-models", INIT_CWD: join(folder, "stands here") }, {}]) {
    expect((await register(env as Record<string, string>)).err).toContain(
      `${join(folder, "countersign.yaml")} cannot be read`,
    );
  }
});
