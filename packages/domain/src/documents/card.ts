import { type Section, sectionsOf } from "./markdown.ts";
import { kindOf } from "./sections.ts";

/** A paragraph or an item of a list, without its marks. */
export interface CardBlock {
  kind: "text" | "item";
  text: string;
}

/** What a card says on one subject, in its own words. */
export interface CardPart {
  blocks: CardBlock[];
  /** The card says more than stands here. */
  more: boolean;
}

/** What a card says on where a model may be used; null where it says nothing. */
export interface CardUse {
  use: CardPart | null;
  notFor: CardPart | null;
  limits: CardPart | null;
}

// An "unintended use" is first of all unintended, so what forbids is asked before what allows.
const subjects = ["scope", "limitations", "purpose"] as const;
type Subject = (typeof subjects)[number];

const mostBlocks = 12;
const mostLetters = 1500;

/** A limit that forbids a use: many cards have no section for those. */
const forbids = /^not\s+(?:(?:to be used|intended|meant)\s+)?for\b/i;

/**
 * Reads use, what it is not for and known limits out of a model card, by the titles that the check of its completeness
 * goes by, and by "limits". Nothing is put in other words: what the card does not say under such a title is not said.
 */
export function useAndLimits(markdown: string): CardUse {
  const blocks: Record<Subject, CardBlock[]> = { scope: [], limitations: [], purpose: [] };
  const above: { level: number; subject: Subject | null }[] = [];
  for (const section of withoutTitle(sectionsOf(inShortRuns(markdown)))) {
    while ((above.at(-1)?.level ?? -1) >= section.level) above.pop();
    const own = subjectOf(section.title);
    const subject = own ?? above.at(-1)?.subject ?? null;
    above.push({ level: section.level, subject });
    if (subject) blocks[subject].push(...headed(own ? "" : section.title, blocksOf(section.body)));
  }
  return {
    use: part(blocks.purpose),
    notFor: part([...blocks.scope, ...blocks.limitations.filter(({ text }) => forbids.test(text))]),
    limits: part(blocks.limitations.filter(({ text }) => !forbids.test(text))),
  };
}

/** One space for many: a card is anybody's text, and long runs of spaces make patterns slow. */
const inShortRuns = (markdown: string): string =>
  markdown
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").slice(0, 20_000))
    .join("\n");

/** A single heading of the first level names the document: what it is called says nothing on its use. */
function withoutTitle(sections: Section[]): Section[] {
  const first = sections.filter(({ level }) => level === 1);
  return sections.filter((section) => section.level > 0 && !(first.length === 1 && section === first[0]));
}

const subjectOf = (title: string): Subject | null =>
  subjects.find((kind) => kindOf(kind).title.test(title)) ?? (/\blimits\b/i.test(title) ? "limitations" : null);

/** A part inside a section keeps its name: `Data: accepted applications only`. */
const headed = (title: string, blocks: CardBlock[]): CardBlock[] =>
  blocks.map((block, i) => (i === 0 && title ? { ...block, text: `${title}: ${block.text}` } : block));

function blocksOf(body: string): CardBlock[] {
  const blocks: CardBlock[] = [];
  let open = false;
  for (const line of body.split("\n").map((one) => one.replace(/^\s*>\s?/, ""))) {
    const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1];
    const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (/^\s*(?:```|~~~|\|?\s*:?-{3,})/.test(line) || line.trim() === "") open = false;
    else if (item !== undefined || cells !== undefined) {
      blocks.push({
        kind: "item",
        text:
          item ??
          (cells ?? "")
            .split("|")
            .map((cell) => cell.trim())
            .join(", "),
      });
      open = item !== undefined;
    } else if (open && last) last.text += ` ${line.trim()}`;
    else {
      blocks.push({ kind: "text", text: line.trim() });
      open = true;
    }
  }
  return blocks.map(({ kind, text }) => ({ kind, text: plain(text) })).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Markdown's marks inside a line, and nothing else, are taken away. */
const plain = (text: string): string =>
  text
    .replaceAll(/!\[[^\][]*\]\([^()]*\)/g, "")
    .replaceAll(/\[([^\][]+)\]\([^()]*\)/g, "$1")
    .replaceAll(/\*\*|`/g, "")
    .replaceAll(/(^|\s)\*(\S[^*]*)\*/g, "$1$2")
    .trim();

/** As much as a page has room for; whether there is more is told. */
function part(blocks: CardBlock[]): CardPart | null {
  const kept: CardBlock[] = [];
  let left = mostLetters;
  for (const block of blocks.slice(0, mostBlocks)) {
    if (left <= 0) break;
    const text = block.text.length > left ? `${block.text.slice(0, left).trimEnd()} …` : block.text;
    kept.push({ ...block, text });
    left -= block.text.length;
  }
  return kept.length === 0 ? null : { blocks: kept, more: kept.length < blocks.length || left < 0 };
}
