import { parse } from "yaml";

type Tree = (string | Record<string, Tree | string>)[];

/** Roles that only carry text; what they hold stands in their place. */
const carriers = new Set([
  "paragraph",
  "text",
  "strong",
  "emphasis",
  "code",
  "time",
  "generic",
  "superscript",
  "insertion",
  "deletion",
]);
/** Roles whose children are of one kind: the first stands for all, and names in it are data. */
const repeated = new Set(["listitem", "row", "article", "term", "definition", "option"]);

/** Days, counts and ids change with the data and the day; words of the page do not. */
const steady = (name: string): string =>
  name
    .replaceAll(/\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*( \d{4})?/gu, "DAY")
    .replaceAll(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(s|nes|rs|ur)?(day)?\b/gu, "DAY")
    .replaceAll("DAY DAY", "DAY")
    .replaceAll(/\b[0-9a-f]{8,}\b/gu, "ID")
    .replaceAll(/\d[\d,.:]*/gu, "0");

/** The accessibility tree as Playwright writes it, without what depends on data: landmarks, headings, controls, tables. */
export function skeleton(ariaSnapshot: string): string {
  return `${lines(parse(ariaSnapshot) as Tree, 0, false).join("\n")}\n`;
}

function lines(tree: Tree, depth: number, inData: boolean): string[] {
  const out: string[] = [];
  const seen = new Set<string>();
  let laterDay = false;
  for (const node of tree) {
    const [head = "", below = null] = typeof node === "string" ? [node] : (Object.entries(node)[0] ?? []);
    const role = /^[a-z/]+/u.exec(head)?.[0] ?? "";
    if (role.startsWith("/")) continue;
    const children = Array.isArray(below) ? below : [];
    // How many days there are, and what happened on them, is data: the first stands for all.
    if (role === "heading") {
      const day = steady(head).startsWith('heading "DAY');
      laterDay = day && seen.has("day");
      if (day) seen.add("day");
    }
    if (laterDay && (role === "heading" || role === "list")) continue;
    if (carriers.has(role)) {
      out.push(...lines(children, depth, inData));
      continue;
    }
    if (repeated.has(role)) {
      if (seen.has(role)) continue;
      seen.add(role);
    }
    const data = inData || repeated.has(role);
    const named =
      data && role !== "columnheader" ? head.replace(/ "(?:[^"\\]|\\.)*"| \/(?:[^/\\]|\\.)*\//u, "") : steady(head);
    out.push(`${"  ".repeat(depth)}${named}`, ...lines(children, depth + 1, data));
  }
  return out;
}
