import { writeFileSync } from "node:fs";
import { say } from "../lib/run-step.ts";
import { Witnesses } from "./ask.ts";
import { breakItPage, pagePath, seenOnPage } from "./page.ts";
import { allRules } from "./rules.ts";
import type { Red } from "./tests.ts";
import { Tests } from "./tests.ts";

// pnpm break-it [--new] [--write] [PATTERN]: takes every rule away once and says which test goes red. `--new` leaves out those
// that the page already has, PATTERN chooses by name, `--write` writes docs/break-it.md. Ends with 1 where a rule survived.
const options = process.argv.slice(2);
const pattern = new RegExp(options.find((option) => !option.startsWith("--")) ?? "");
const rules = allRules();
const seen: Map<string, Red> = seenOnPage(rules);
const asked = rules.filter((rule) => pattern.test(rule.name) && !(options.includes("--new") && seen.has(rule.name)));
const tests = await Tests.start(new Set(asked.map((rule) => rule.package)));
const witnesses = await Witnesses.of(tests);
const survived: string[] = [];
// Without the guards of a deactivation nobody of the cast is left for the other tests: those are asked one by one.
const together = await witnesses.together(
  asked.filter((rule) => !rule.path.endsWith("people/deactivate.ts")),
  6,
);
for (const rule of asked) {
  const red = together.get(rule.name) ?? (await witnesses.firstRed(rule));
  if (red) seen.set(rule.name, red);
  else {
    seen.delete(rule.name);
    survived.push(rule.name);
  }
  say(`${rule.name} -> ${red ? `${red.test} (${red.file})` : "SURVIVED"}`);
  if (options.includes("--write")) writeFileSync(pagePath, breakItPage(rules, seen));
}
if (options.includes("--write")) writeFileSync(pagePath, breakItPage(rules, seen));
await tests.end();
for (const name of survived) say(`survived: ${name}`);
say(
  `${asked.length} rules registered, ${asked.length} removed, ${asked.length - survived.length} seen red, ${survived.length} survived`,
);
process.exit(survived.length === 0 ? 0 : 1);
