import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import {
  createVitest,
  type Reporter,
  type Vite,
  type TestCase,
  type TestModule,
  type TestSpecification,
  type Vitest,
} from "vitest/node";
import type { TestProjectConfiguration } from "vitest/config";
import { root } from "../lib/run-step.ts";
import { type Control, controlVariable } from "./control.ts";
import { breakable } from "./rules.ts";

/** Test files by what they need. Those that start a program of their own from `dist` would not see a rule taken away. */
const pure = ["policy", "domain", "verifier"].map((name) => `packages/${name}/test/**/*.test.ts`);
const withDatabase = [
  "{packages/usecases/test/**/*,apps/notary/test/export-waits}.test.ts",
  "apps/notary/test/bundle.test.ts",
];
const shared = { setupFiles: ["test/break-it/setup.ts"], testTimeout: 60_000, hookTimeout: 120_000 };

export interface Red {
  file: string;
  test: string;
  /** The test's own assertion failed, not something on the way to it. */
  asserted: boolean;
}

/** What one run says. The runner's own state also holds how tests ended in runs before. */
class Heard implements Reporter {
  red: Red[] = [];
  took = new Map<string, number>();

  begin(): void {
    this.red = [];
    this.took = new Map();
  }

  onTestCaseResult(test: TestCase): void {
    this.took.set(`${test.module.moduleId} ${test.fullName}`, (test.diagnostic()?.duration ?? 0) / 1000);
    const { state, errors } = test.result();
    if (state === "failed")
      this.red.push({
        file: relative(root, test.module.moduleId),
        test: test.fullName,
        asserted: errors.every((error) => error.name === "AssertionError"),
      });
  }

  onTestModuleEnd(module: TestModule): void {
    const file = relative(root, module.moduleId);
    if (module.errors().length > 0 && !this.red.some((red) => red.file === file))
      this.red.push({ file, test: "no test of the file can run", asserted: false });
  }
}

/** The test runner kept running, so that a rule costs no more than the tests that are asked. */
export class Tests {
  readonly #vitest: Vitest;
  readonly #folder: string;
  readonly #heard: Heard;
  private constructor(vitest: Vitest, folder: string, heard: Heard) {
    this.#vitest = vitest;
    this.#folder = folder;
    this.#heard = heard;
  }

  /** `packages`: those whose rules are asked; only the tests that can come to them are there. */
  static async start(packages: ReadonlySet<string>): Promise<Tests> {
    const folder = mkdtempSync(join(tmpdir(), "countersign-break-it-"));
    process.env[controlVariable] = join(folder, "control.json");
    // The database is prepared in this process, with every rule in place.
    Object.assign(globalThis, { __without: () => false });
    const heard = new Heard();
    const plugin: Vite.Plugin = {
      name: "break-it",
      enforce: "pre",
      transform: (code, id) => (id.startsWith(root) ? breakable(relative(root, id.split("?")[0] ?? ""), code) : null),
    };
    const projects: TestProjectConfiguration[] = [{ extends: true, test: { ...shared, name: "pure", include: pure } }];
    const include = withDatabase.filter((_, index) => packages.has(["usecases", "verifier"][index] ?? ""));
    if (include.length > 0)
      projects.push({
        extends: true,
        test: { ...shared, name: "postgres", include, globalSetup: ["packages/testing/src/global-setup.ts"] },
      });
    const vitest = await createVitest(
      { config: false, root, watch: false, reporters: [heard], maxWorkers: 2, silent: true },
      { plugins: [plugin], test: { projects } },
    );
    return new Tests(vitest, folder, heard);
  }

  async end(): Promise<void> {
    await this.#vitest.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get recordPath(): string {
    return join(this.#folder, "met.jsonl");
  }

  /** Every test file. */
  files(): Promise<TestSpecification[]> {
    return this.#vitest.globTestSpecifications();
  }

  /** The tests of some files that go red, with the seconds that each test took. */
  async run(control: Control, specifications: TestSpecification[]): Promise<{ red: Red[]; took: Map<string, number> }> {
    writeFileSync(process.env[controlVariable] ?? "", JSON.stringify(control));
    this.#heard.begin();
    await this.#vitest.runTestSpecifications(specifications);
    const { red, took } = this.#heard;
    return { red, took };
  }

  /** The same file, with nothing but these tests. */
  only(file: TestSpecification, names: string[]): TestSpecification {
    return file.project.createSpecification(file.moduleId, { testNames: names }, file.pool);
  }
}
