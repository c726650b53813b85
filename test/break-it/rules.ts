import { readdirSync, readFileSync } from "node:fs";
import { root } from "../lib/run-step.ts";
import { parse } from "./ast.ts";
import type { Finder, Site } from "./site.ts";
import { discrepancies } from "./sites/discrepancies.ts";
import { demands, guards } from "./sites/guards.ts";
import { reasons } from "./sites/reasons.ts";
import { refusals } from "./sites/refusals.ts";
import { edges, permissions, tierings } from "./sites/tables.ts";
import { wrongs } from "./sites/wrongs.ts";

/** One rule of the product, where it stands, and what takes it away. */
export interface Rule extends Site {
  /** Unique and without line numbers: `policy/judge.ts: if !result`. */
  name: string;
  package: string;
  /** Path from the root of the repository. */
  path: string;
}

const withGuards =
  (...finders: Finder[]): Finder =>
  (source) => {
    const found = finders.flatMap((find) => find(source));
    return [...found, ...guards(source, found)];
  };

/** Which files hold rules, and how their rules are found. Words and forms hold none: `explain`, `views`, types. */
const places: [package_: string, files: RegExp, find: Finder][] = [
  [
    "policy",
    /^(decisions|eligible|evaluate|evidence|gate|judge|judge-measurement|limits|obligations|outcome|select|setting|stale)\.ts$/,
    withGuards(reasons, demands),
  ],
  ["policy", /^time\.ts$/, demands],
  ["policy", /^parse\//, wrongs],
  ["domain", /^lifecycle\/(?!all|diagram|index|move)/, edges],
  ["domain", /^lifecycle\/move\.ts$/, withGuards()],
  ["domain", /^permissions\.ts$/, withGuards(permissions)],
  ["domain", /^tiering\/rules\.ts$/, tierings],
  ["domain", /^tiering\/(answers|compute)\.ts$/, withGuards(demands)],
  ["verifier", /^(rules|steps)\/|^verify\.ts$/, discrepancies],
  ["verifier", /^rules\/endings\.ts$/, demands],
  ["usecases", /./, refusals],
  [
    "usecases",
    /^kernel\/journal\.ts$/,
    (source) => guards(source, []).filter((site) => site.rule.includes("#entries.length") || site.rule === "if stray"),
  ],
];

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .toSorted();

/** Every rule of a file, by its path from the root and its text. */
function rulesOf(path: string, text: string): Rule[] {
  const [, name = "", file = ""] = /^packages\/([^/]+)\/src\/(.+)$/.exec(path) ?? [];
  const finders = places.filter(([of, files]) => of === name && files.test(file)).map(([, , find]) => find);
  if (finders.length === 0) return [];
  const source = parse(path, text);
  const seen = new Map<string, number>();
  return finders
    .flatMap((find) => find(source))
    .toSorted((a, b) => firstPlace(a) - firstPlace(b))
    .map((site) => {
      const count = (seen.get(site.rule) ?? 0) + 1;
      seen.set(site.rule, count);
      return { ...site, name: `${name}/${file}: ${site.rule}${count > 1 ? ` (${count})` : ""}`, package: name, path };
    });
}

const firstPlace = (site: Site): number => Math.min(...site.edits.map((edit) => edit.at));

/** Every rule there is, read from the source as it stands. */
export function allRules(): Rule[] {
  return [...new Set(places.map(([name]) => name))].flatMap((name) =>
    filesUnder(`${root}packages/${name}/src`).flatMap((file) => {
      const path = `packages/${name}/src/${file}`;
      return rulesOf(path, readFileSync(root + path, "utf8"));
    }),
  );
}

/** The text of a file in which each of its rules can be taken away while it runs. */
export function breakable(path: string, text: string): string | null {
  const rules = rulesOf(path, text);
  if (rules.length === 0) return null;
  const edits = rules.flatMap((rule) =>
    rule.edits.map((edit) => ({ ...edit, text: edit.text.replace("#", () => JSON.stringify(rule.name)) })),
  );
  // In front of a place the widest comes first, behind it last; what ends at a place comes before what begins there.
  const ordered = edits.toSorted(
    (a, b) => a.at - b.at || (a.width < 0 ? 0 : 1) - (b.width < 0 ? 0 : 1) || b.width - a.width,
  );
  let out = "";
  let from = 0;
  for (const edit of ordered) {
    out += text.slice(from, edit.at) + edit.text;
    from = edit.at;
  }
  return out + text.slice(from);
}
