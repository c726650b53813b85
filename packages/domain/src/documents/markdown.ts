/** A stretch of a document under a heading or a bold lead-in. */
export interface Section {
  title: string;
  /** Text until the next heading or lead-in, with what stands in code fences. */
  body: string;
  /** Other sections stand inside it. */
  hasParts: boolean;
  /** 1 to 6 for headings, 7 for lead-ins, 0 for what stands before the first of them. */
  level: number;
}

const leadLevel = 7;
const mostLines = 50_000;

/** `**Title.** text` or `**Title:** text`, one or several in a line, in a paragraph or a list item. */
const lead = /\*\*\s*([^*\n]{1,80}?)\s*[.:]?\s*\*\*\s*[.:]?/g;
const beginsWithLead = /^\s*(?:>\s*)?(?:[-*+]\s+|\d+[.)]\s+)?\*\*/;

function open(sections: Section[], level: number, title: string, body: string): void {
  const above = sections.findLast((s) => s.level > 0 && s.level < level);
  if (above) above.hasParts = true;
  sections.push({ title: title.trim(), body, hasParts: false, level });
}

function takeLeads(sections: Section[], line: string): void {
  const leads = [...line.matchAll(lead)];
  leads.forEach((match, i) => {
    const from = (match.index ?? 0) + match[0].length;
    open(sections, leadLevel, match[1]?.replaceAll("`", "") ?? "", `${line.slice(from, leads[i + 1]?.index)}\n`);
  });
}

/** Sections of a Markdown text: ATX and underlined headings, and bold lead-ins as one-list datasheets have them. Comments are left out. */
export function sectionsOf(markdown: string): Section[] {
  const sections: Section[] = [{ title: "", body: "", hasParts: false, level: 0 }];
  const lines = markdown.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "").split(/\r?\n/, mostLines);
  let fence: string | null = null;
  for (const [i, line] of lines.entries()) {
    const mark = /^\s{0,3}(```|~~~)/.exec(line)?.[1];
    if (mark) fence = fence === null ? mark : fence === mark ? null : fence;
    const current = sections.at(-1);
    const atx = fence === null ? /^\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/.exec(line) : null;
    const underline = fence === null && line.trim() !== "" ? /^\s{0,3}(=+|-{2,})\s*$/.exec(lines[i + 1] ?? "") : null;
    if (atx) open(sections, atx[1]?.length ?? 1, plain(atx[2] ?? ""), "");
    else if (underline && !line.includes("|")) open(sections, underline[1]?.startsWith("=") ? 1 : 2, plain(line), "");
    else if (fence === null && beginsWithLead.test(line) && line.search(lead) >= 0) takeLeads(sections, line);
    else if (current && !/^\s{0,3}(=+|-{2,})\s*$/.test(line)) current.body += `${line}\n`;
  }
  return sections;
}

const plain = (text: string): string => text.replaceAll(/[*`]|^\d+[.)]\s*/g, "").trim();
