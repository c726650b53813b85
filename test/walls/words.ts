import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { german } from "@countersign/words/de";
import { forBrowser } from "@countersign/words/de/browser";
import { IntlMessageFormat } from "intl-messageformat";
import { parseSync } from "oxc-parser";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export interface Found {
  /** Messages that are said or marked, with one place each. */
  said: Map<string, string>;
  /** Words that a page would show without saying them. */
  unsaid: string[];
  /** Files whose code runs in the browser. */
  browser: Set<string>;
  /** Messages by file. */
  byFile: Map<string, string[]>;
}

/** Attributes whose text people read. */
const read = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label", "legend", "summary"]);
/** Names that are the same in every language, and keys of the keyboard. */
const names =
  /^(?:Countersign|SHA-256|JSON|CSV|XLSX|NDJSON|PDF|YAML|UTC|MLflow|English|Deutsch|Enter|Esc|Ctrl K|Shift|[A-Za-z])$/;
const hasWord = (text: string): boolean => /\p{L}{2,}/u.test(text) && !names.test(text.trim());

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
}

/** The strings that an argument can be: a literal, or either side of a choice. */
function literals(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === "Literal" && typeof node["value"] === "string") return [node["value"]];
  if (node.type === "TemplateLiteral") {
    const quasis = node["quasis"] as { value: { cooked: string } }[];
    return quasis.length === 1 ? quasis.map(({ value }) => value.cooked) : [];
  }
  if (node.type === "ConditionalExpression") return [...literals(node["consequent"]), ...literals(node["alternate"])];
  if (node.type === "LogicalExpression") return [...literals(node["left"]), ...literals(node["right"])];
  return [];
}

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return "";
  if (node.type === "Identifier") return String(node["name"]);
  if (node.type === "MemberExpression" && isNode(node["property"])) return String(node["property"]["name"] ?? "");
  return "";
};

/** Whether a call says its first argument: `say(…)`, `ask.say(…)`, `say.rich(…)`, `msg(…)`, `(await requestSay())(…)`. */
function says(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === "ParenthesizedExpression") return says(callee["expression"]);
  if (callee.type === "AwaitExpression") {
    const asked = callee["argument"];
    return isNode(asked) && asked.type === "CallExpression" && nameOf(asked["callee"]) === "requestSay";
  }
  const name = nameOf(callee);
  if (["say", "msg", "phrase"].includes(name)) return true;
  return (name === "rich" || name === "parts") && nameOf(callee["object"]) === "say";
}

const packages = ["ui", "usecases", "domain", "policy", "words", "api", "verifier"];

/** Reads every source that says something to people. */
export function scan(): Found {
  const files = [
    ...globSync("apps/portal/src/**/*.{ts,tsx}", { cwd: root }),
    ...packages.flatMap((name) => globSync(`packages/${name}/src/**/*.{ts,tsx}`, { cwd: root })),
  ].filter((path) => !/^(?:packages\/words\/src\/de|apps\/portal\/src\/app\/gallery)\//.test(path));
  const found: Found = { said: new Map(), unsaid: [], browser: new Set(), byFile: new Map() };
  const imports = new Map<string, string[]>();
  const starts: string[] = [];
  for (const path of files) {
    const text = readFileSync(join(root, path), "utf8");
    const line = (at: number): number => text.slice(0, at).split("\n").length;
    const { program, module } = parseSync(path, text);
    const messages: string[] = [];
    for (const node of walk(program as unknown as Node)) {
      if (node.type === "CallExpression" && says(node["callee"]))
        for (const message of literals((node["arguments"] as unknown[])[0])) {
          messages.push(message);
          found.said.set(message, `${path}:${line(node.start)}`);
        }
      if (!path.endsWith(".tsx")) continue;
      const shown =
        node.type === "JSXText"
          ? String(node["value"])
          : node.type === "JSXAttribute" && isNode(node["name"]) && read.has(String(node["name"]["name"]))
            ? literals(node["value"]).join("")
            : node.type === "JSXExpressionContainer"
              ? literals(node["expression"]).join(" ")
              : "";
      if (hasWord(shown) && !insideAttribute(node, program as unknown as Node))
        found.unsaid.push(`${path}:${line(node.start)} ${shown.trim().slice(0, 80)}`);
    }
    found.byFile.set(path, messages);
    imports.set(
      path,
      module.staticImports
        .filter((one) => one.entries.some((entry) => !entry.isType) || one.entries.length === 0)
        .map((one) => one.moduleRequest.value),
    );
    if (/^["']use client["']/.test(text)) starts.push(path);
  }
  const next = (path: string): string[] =>
    (imports.get(path) ?? []).flatMap((wanted) => {
      if (wanted === "@countersign/ui") return ["packages/ui/src/index.ts"];
      if (wanted === "@countersign/words") return ["packages/words/src/index.ts"];
      if (wanted.startsWith("@countersign/domain/")) return [`packages/domain/src/${wanted.split("/")[2]}/index.ts`];
      return wanted.startsWith(".") ? [relative(root, join(root, dirname(path), wanted))] : [];
    });
  // What an index passes on is imported from it as well.
  for (const index of ["packages/ui/src/index.ts", "packages/words/src/index.ts"])
    imports.set(
      index,
      [...readFileSync(join(root, index), "utf8").matchAll(/from "(\.[^"]+)"/g)].map((match) => match[1] ?? ""),
    );
  const waiting = starts;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.browser.has(path) || !existsSync(join(root, path))) continue;
    found.browser.add(path);
    waiting.push(...next(path));
  }
  return found;
}

/** `className={wide ? "a b" : "c d"}` is an expression that nobody reads. */
const attributeExpressions = new WeakMap<Node, Set<unknown>>();
function insideAttribute(node: Node, program: Node): boolean {
  if (node.type !== "JSXExpressionContainer") return false;
  let known = attributeExpressions.get(program);
  if (!known) {
    known = new Set();
    for (const one of walk(program))
      if (one.type === "JSXAttribute" && isNode(one["name"]) && !read.has(String(one["name"]["name"])))
        known.add(one["value"]);
    attributeExpressions.set(program, known);
  }
  return known.has(node);
}

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }>; children?: Part[] };
/** Kinds of a message's parts (`TYPE` of @formatjs/icu-messageformat-parser). */
const [literal, pound, tag] = [0, 7, 8];

function* namesIn(parts: readonly Part[]): Generator<string> {
  for (const { type, value, options, children } of parts) {
    if (type !== literal && type !== pound) yield type === tag ? `<${String(value)}>` : String(value);
    for (const option of Object.values(options ?? {})) yield* namesIn(option.value);
    yield* namesIn(children ?? []);
  }
}

/** What a message is given: `n`, and tags as `<b>`. */
export const argumentsOf = (message: string): string =>
  [...new Set(namesIn(new IntlMessageFormat(message, "en").getAst() as Part[]))].toSorted().join(" ");

export interface Gaps {
  unsaid: string[];
  missing: string[];
  unused: string[];
  differing: string[];
  notInBrowser: string[];
}

/** What is not translated, or not the same in both languages. */
export function gaps(found: Found): Gaps {
  const browserMessages = [...found.browser].flatMap((path) => found.byFile.get(path) ?? []);
  return {
    unsaid: found.unsaid,
    missing: [...found.said].filter(([message]) => !(message in german)).map(([message, at]) => `${at} ${message}`),
    unused: Object.keys(german).filter((message) => !found.said.has(message) && !message.startsWith("=")),
    differing: Object.entries(german)
      .filter(([message, translation]) => argumentsOf(message) !== argumentsOf(translation))
      .map(([message, translation]) => `${message} → ${translation}`),
    notInBrowser: [...new Set(browserMessages)].filter((message) => message in german && !(message in forBrowser)),
  };
}

// `node test/walls/words.ts apps/portal/src/inbox`: what is left to do there.
if (import.meta.filename === process.argv[1]) {
  const [, , ...prefixes] = process.argv;
  const mine = (line: string): boolean => prefixes.length === 0 || prefixes.some((prefix) => line.startsWith(prefix));
  const { unsaid, missing, unused, differing, notInBrowser } = gaps(scan());
  const print = (title: string, lines: string[]): void =>
    void process.stdout.write(`${title}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join("")}`);
  print("Shown without being said", unsaid.filter(mine));
  print("Without German", missing.filter(mine));
  print("German with other placeholders", differing);
  print("German that the browser needs and only the server has", notInBrowser);
  if (prefixes.length === 0) print("German that nothing says", unused);
}
