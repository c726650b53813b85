import { execFile, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Each wall is broken in a small copy of the layout, and the tool must object: a gate never seen to fail is no gate. */
const root = fileURLToPath(new URL("../../", import.meta.url));
let copy = "";

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "countersign-walls-"));
  await cp(join(root, "tsconfig.base.json"), join(copy, "tsconfig.base.json"));
  await cp(join(root, ".oxlintrc.json"), join(copy, ".oxlintrc.json"));
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

async function put(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
}

function run(name: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    execFile(join(root, "node_modules/.bin", name), args, { cwd: copy }, (error, stdout, stderr) =>
      done({ code: error ? 1 : 0, output: stdout + stderr }),
    );
  });
}

describe("wall 1: a package sees only what it declares", () => {
  // In a process of its own: the tools' start scripts widen NODE_PATH.
  const resolves = (name: string, wanted: string): boolean =>
    spawnSync(
      process.execPath,
      [
        "-e",
        `require("node:module").createRequire(${JSON.stringify(join(root, "packages", name, "src/index.ts"))}).resolve(${JSON.stringify(wanted)})`,
      ],
      { env: {} },
    ).status === 0;
  test.each(["canonical", "policy", "record", "domain", "tlog", "attestation", "verifier"])(
    "%s reaches neither pg nor drizzle",
    (name) => {
      expect(resolves(name, "pg")).toBe(false);
      expect(resolves(name, "drizzle-orm")).toBe(false);
    },
  );
  test("db, which declares them, does", () => {
    expect(resolves("db", "pg") && resolves("db", "drizzle-orm")).toBe(true);
  });
});

describe("wall 2: pure packages know no DOM and no Node", () => {
  const forbidden = ["fetch", "process", "console", "setTimeout", "crypto", "URL", "TextEncoder", "Buffer", "document"];
  test.each(["words", "canonical", "policy", "record", "domain", "tlog", "attestation", "verifier"])(
    "%s",
    async (name) => {
      await cp(join(root, "packages", name, "tsconfig.json"), join(copy, "packages", name, "tsconfig.json"));
      await put({
        [`packages/${name}/src/breach.ts`]: forbidden.map((word, n) => `export const breach${n} = ${word};`).join("\n"),
      });
      const { code, output } = await run("tsc", ["-p", `packages/${name}`]);
      expect(code).toBe(1);
      for (const word of forbidden) expect(output).toMatch(new RegExp(`Cannot find name '${word}'`));
    },
  );
});

describe("walls 3 and 4: which package imports which, and the one door", () => {
  const breaches: [rule: string, files: Record<string, string>][] = [
    [
      "policy-may-import",
      {
        "packages/policy/src/a.ts": 'import { b } from "../../db/src/b.ts"; export const a = b;',
        "packages/db/src/b.ts": "export const b = 1;",
      },
    ],
    [
      "portal-may-import",
      {
        "apps/portal/src/a.ts": 'import { b } from "../../../packages/db/src/b.ts"; export const a = b;',
        "packages/db/src/b.ts": "export const b = 1;",
      },
    ],
    [
      "notary-may-import",
      {
        "apps/notary/src/a.ts": 'import { b } from "../../../packages/usecases/src/b.ts"; export const a = b;',
        "packages/usecases/src/b.ts": "export const b = 1;",
      },
    ],
    [
      "no-cycles",
      {
        "packages/ui/src/a.ts": 'import { b } from "./b.ts"; export const a = () => b;',
        "packages/ui/src/b.ts": 'import { a } from "./a.ts"; export const b = () => a;',
      },
    ],
    [
      "one-door",
      {
        "apps/cli/src/a.ts": 'import { b } from "../../../packages/db/src/write.ts"; export const a = b;',
        "packages/db/src/write.ts": "export const b = 1;",
      },
    ],
    [
      "one-transaction",
      {
        "packages/usecases/src/models/a.ts": 'import { b } from "../../../db/src/write.ts"; export const a = b;',
        "packages/db/src/write.ts": "export const b = 1;",
      },
    ],
    [
      "no-tests-in-programs",
      {
        "packages/usecases/src/a.ts": 'import { b } from "../../testing/src/b.ts"; export const a = b;',
        "packages/testing/src/b.ts": "export const b = 1;",
      },
    ],
    [
      "migrations-by-cli-alone",
      {
        "apps/worker/src/a.ts": 'import { b } from "../../../packages/db/src/migrate.ts"; export const a = b;',
        "packages/db/src/migrate.ts": "export const b = 1;",
      },
    ],
  ];
  test.each(breaches)("%s", async (rule, files) => {
    for (const folder of ["apps", "packages"]) await rm(join(copy, folder), { recursive: true, force: true });
    await put(files);
    await mkdir(join(copy, "apps"), { recursive: true });
    const { code, output } = await run("depcruise", [
      "--config",
      join(root, "test/walls/dependency-rules.cjs"),
      "packages",
      "apps",
      "--output-type",
      "err",
    ]);
    expect(output).toContain(rule);
    expect(code).toBe(1);
  });
});

describe("wall 5: no clock, chance, environment, any or loose promise where it does not belong", () => {
  test.each([
    ["no-restricted-globals", "packages/policy/src/breach.ts", "export const now = () => new Date();"],
    ["no-restricted-properties", "packages/domain/src/breach.ts", "export const chance = () => Math.random();"],
    ["no-process-env", "packages/usecases/src/breach.ts", 'export const setting = process.env["X"];'],
    ["no-explicit-any", "packages/usecases/src/breach.ts", "export const anything: any = 1;"],
    ["no-non-null-assertion", "packages/usecases/src/breach.ts", "export const first = (list: string[]) => list[0]!;"],
    ["no-default-export", "packages/usecases/src/breach.ts", "export default 1;"],
    [
      "no-floating-promises",
      "packages/usecases/src/breach.ts",
      "export const start = (run: () => Promise<void>) => { run(); };",
    ],
    ["no-warning-comments", "packages/usecases/src/breach.ts", "// TODO later\nexport const later = 1;"],
  ])("%s", async (rule, path, text) => {
    for (const folder of ["apps", "packages"]) await rm(join(copy, folder), { recursive: true, force: true });
    await put({
      [path]: text,
      "packages/usecases/tsconfig.json": '{ "extends": "../../tsconfig.base.json", "include": ["src"] }',
    });
    const { code, output } = await run("oxlint", ["--type-aware", "packages"]);
    expect(output).toContain(rule);
    expect(code).toBe(1);
  });
});
