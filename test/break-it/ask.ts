import { readFileSync } from "node:fs";
import type { TestSpecification } from "vitest/node";
import { root } from "../lib/run-step.ts";
import type { Met } from "./control.ts";
import type { Rule } from "./rules.ts";
import type { Red, Tests } from "./tests.ts";

/** Seconds of a test beyond which it is asked only when the quicker ones stay green. */
const slow = 3;
/** How many tests that come to a rule are asked at first, the quickest; the others only if these stay green. */
const first = 5;
/** Seconds of tests beyond which a file is asked as a whole for no rule that every file loads. */
const longest = 15;

/** File and test, in one text, of every test that comes to a rule. */
const keysOf = (files: ReadonlyMap<string, ReadonlySet<string>>): string[] =>
  [...files].flatMap(([file, names]) => [...names].filter((name) => name !== "").map((name) => `${file} ${name}`));

/** Which tests come to which rule, from one run with every rule in place. */
export class Witnesses {
  readonly #tests: Tests;
  readonly #files: Map<string, TestSpecification>;
  readonly #took: Map<string, number>;
  /** Rule → file → its tests; an empty name stands for the file as a whole. */
  readonly #met = new Map<string, Map<string, Set<string>>>();

  private constructor(tests: Tests, files: TestSpecification[], took: Map<string, number>) {
    this.#tests = tests;
    this.#files = new Map(files.map((file) => [file.moduleId, file]));
    this.#took = took;
    for (const line of readFileSync(tests.recordPath, "utf8").split("\n"))
      if (line !== "") this.#note(JSON.parse(line) as Met);
  }

  #note({ file, test, rules }: Met): void {
    for (const rule of rules) {
      const files = this.#met.get(rule) ?? new Map<string, Set<string>>();
      this.#met.set(rule, files.set(file, (files.get(file) ?? new Set()).add(test)));
    }
  }

  /** Runs every test once; one that is red with every rule in place says nothing of any rule. */
  static async of(tests: Tests): Promise<Witnesses> {
    const files = await tests.files();
    const { red, took } = await tests.run({ without: null, each: {}, record: tests.recordPath }, files);
    if (red.length > 0)
      throw new Error(`red with every rule in place: ${red.map(({ file, test }) => `${file} ${test}`).join("; ")}`);
    return new Witnesses(tests, files, took);
  }

  /**
   * The rules whose first red test is found by asking many at once, a test for each: round after round each takes its next
   * test, the one first that the fewest rules come to. A test that another's broken rule got in the way of does not count:
   * only its own assertion does.
   */
  async together(rules: readonly Rule[], rounds: number): Promise<Map<string, Red>> {
    const found = new Map<string, Red>();
    const crowd = new Map<string, number>();
    for (const files of this.#met.values()) for (const key of keysOf(files)) crowd.set(key, (crowd.get(key) ?? 0) + 1);
    const left = new Map(
      rules.map((rule) => [
        rule.name,
        keysOf(this.#met.get(rule.name) ?? new Map())
          .filter((key) => (this.#took.get(key) ?? 0) < slow)
          .toSorted((a, b) => (crowd.get(a) ?? 0) - (crowd.get(b) ?? 0)),
      ]),
    );
    for (let round = 0; round < rounds; round++) {
      const each: Record<string, string> = {};
      for (const [rule, keys] of left) {
        const next = keys.findIndex((key) => !found.has(rule) && each[key] === undefined);
        const [key] = next < 0 ? [] : keys.splice(next, 1);
        if (key !== undefined) each[key] = rule;
      }
      const asked = [...this.#files.keys()].flatMap((file) =>
        Object.keys(each)
          .filter((key) => key.startsWith(`${file} `))
          .map((key) => ({ file, name: key.slice(file.length + 1) })),
      );
      if (asked.length === 0) break;
      const { red } = await this.#tests.run({ without: null, each, record: null }, this.#only(asked));
      for (const one of red) {
        const rule = each[`${root}${one.file} ${one.test}`];
        if (rule !== undefined && one.asserted) found.set(rule, one);
      }
    }
    return found;
  }

  /** The first test that goes red without the rule, or null: it survived. */
  async firstRed(rule: Rule): Promise<Red | null> {
    for (const questions of this.#questions(rule)) {
      const { red } = await this.#tests.run({ without: rule.name, each: {}, record: null }, questions);
      if (red[0]) return red[0];
    }
    return null;
  }

  /** What is asked, one after the other: the quickest tests that come to the rule, then the rest of them, then whole files that load it. */
  *#questions(rule: Rule): Generator<TestSpecification[]> {
    const met = this.#met.get(rule.name) ?? new Map<string, Set<string>>();
    const tests = [...met]
      .flatMap(([file, names]) => [...names].filter((name) => name !== "").map((name) => ({ file, name })))
      .toSorted(
        (a, b) =>
          this.#far(rule, a.file) - this.#far(rule, b.file) ||
          this.#seconds(a.file, a.name) - this.#seconds(b.file, b.name),
      );
    const quick = tests.filter(({ file, name }) => this.#seconds(file, name) < slow);
    if (quick.length > 0) yield this.#only(quick.slice(0, first));
    if (quick.length > first) yield this.#only(quick.slice(first));
    if (tests.length > quick.length) yield this.#only(tests.filter((test) => !quick.includes(test)));
    const whole = [...met]
      .filter(([, names]) => names.has(""))
      .map(([file]) => file)
      .toSorted((a, b) => this.#far(rule, a) - this.#far(rule, b))
      .filter((file) => this.#whole(file) <= longest);
    const own = whole.filter((file) => this.#far(rule, file) === 0);
    if (own.length > 0) yield this.#files_(own);
    for (const other of whole) if (!own.includes(other)) yield this.#files_([other]);
  }

  /** Tests of the rule's own package come first, those that only compare a page last. */
  #far(rule: Rule, file: string): number {
    return (file.includes(`/packages/${rule.package}/`) ? 0 : 1) + (file.endsWith("docs.test.ts") ? 2 : 0);
  }

  #seconds(file: string, test: string): number {
    return this.#took.get(`${file} ${test}`) ?? 0;
  }

  #whole(file: string): number {
    return [...this.#took].filter(([key]) => key.startsWith(`${file} `)).reduce((sum, [, seconds]) => sum + seconds, 0);
  }

  #only(tests: { file: string; name: string }[]): TestSpecification[] {
    return [...Map.groupBy(tests, (test) => test.file)].flatMap(([file, own]) => {
      const specification = this.#files.get(file);
      return specification
        ? [
            this.#tests.only(
              specification,
              own.map((test) => test.name),
            ),
          ]
        : [];
    });
  }

  #files_(files: string[]): TestSpecification[] {
    return files.map((file) => this.#files.get(file)).filter((file) => file !== undefined);
  }
}
