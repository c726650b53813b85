import { existsSync, readFileSync } from "node:fs";
import { root } from "../lib/run-step.ts";
import type { Rule } from "./rules.ts";
import type { Red } from "./tests.ts";

export const pagePath = `${root}docs/break-it.md`;

/** Rule → the test that goes red without it. */
export type Seen = ReadonlyMap<string, Red>;

const cell = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("`", "ˋ").replaceAll("<", "\\<");
const splitAt = (name: string): [where: string, rule: string] => {
  const at = name.indexOf(": ");
  return [name.slice(0, at), name.slice(at + 2)];
};
const rowOf = (name: string, red: Red): string =>
  `| ${cell(splitAt(name)[1])} | ${cell(red.test)} (${red.file.replace(/^(packages|apps)\//, "")}) |`;
const head = (where: string): string[] => [`### ${where}`, "", "| without | goes red |", "| --- | --- |"];

/** The page `docs/break-it.md`: every rule there is, and the first test that goes red where it is taken away. */
export function breakItPage(rules: readonly Rule[], seen: Seen): string {
  const shown = rules.filter((rule) => seen.has(rule.name));
  const lines = [
    "# Every rule, taken away once",
    "",
    "A rule that can be taken away without a test going red is either not tested or not needed. Written by `pnpm break-it --write`, which finds every rule in the source by its form,",
    "takes each away while the program runs, and asks the tests that come to it. How each kind is found stands in `test/break-it/sites`: every reason and obstacle of the policy and every `if` of its",
    "judging, every place where a document is refused, every step of the lifecycles, every row of the permission table, every number of the tiering, every discrepancy of the verifier with its causes and sentences,",
    "every refusal of a command or query with its causes. The rules of the database (triggers, constraints, clauses, grants) are taken away in every test run: `packages/db/test/break-it.test.ts`.",
    "",
    `${rules.length} rules registered, ${shown.length} removed, ${shown.length} seen red.`,
    "",
  ];
  for (const [name, ofPackage] of Map.groupBy(shown, (rule) => rule.package)) {
    lines.push(`## ${name}`, "");
    for (const [where, own] of Map.groupBy(ofPackage, (rule) => splitAt(rule.name)[0])) {
      lines.push(
        ...head(where),
        ...own.flatMap((rule) => {
          const red = seen.get(rule.name);
          return red ? [rowOf(rule.name, red)] : [];
        }),
        "",
      );
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** What the page says now, of the rules that are still there. */
export function seenOnPage(rules: readonly Rule[]): Map<string, Red> {
  const text = existsSync(pagePath) ? readFileSync(pagePath, "utf8") : "";
  const rows = new Map<string, Red>();
  let where = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("### ")) where = line.slice(4);
    const [, rule, test, file] = /^\| (.*?[^\\]) \| (.*) \(([^()]*\.ts)\) \|$/.exec(line) ?? [];
    if (rule && test && file)
      rows.set(`${where}: ${rule}`, {
        asserted: true,
        test: uncell(test),
        file: file.startsWith("notary/") ? `apps/${file}` : `packages/${file}`,
      });
  }
  return new Map(
    rules.flatMap((rule): [string, Red][] => {
      const [place, what] = splitAt(rule.name);
      const red = rows.get(`${place}: ${cell(what)}`);
      return red ? [[rule.name, red]] : [];
    }),
  );
}

const uncell = (text: string): string =>
  text.replaceAll("\\<", "<").replaceAll("ˋ", "`").replaceAll("\\|", "|").replaceAll("\\\\", "\\");
