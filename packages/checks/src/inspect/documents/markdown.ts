export interface Section {
  title: string;
  body: string;
  /** Other sections stand below it. */
  hasParts: boolean;
}

/**
 * Sections of a Markdown text: headings, and paragraphs or list items that begin with a bold lead-in, as datasheets
 * written in one list have them (`- **Motivation.** …`, `**Role:** …`).
 */
export function sectionsOf(markdown: string): Section[] {
  const sections: (Section & { level: number })[] = [{ title: "", body: "", hasParts: false, level: 0 }];
  let fenced = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    const leads = fenced ? [] : [...line.matchAll(/\*\*([^*]{2,80}?)[.:]?\*\*[.:]?\s*([^*]*)/g)];
    if (heading) {
      const level = heading[1]?.length ?? 1;
      const above = sections.findLast((section) => section.level > 0 && section.level < level);
      if (above) above.hasParts = true;
      sections.push({ title: heading[2] ?? "", body: "", hasParts: false, level });
      continue;
    }
    const current = sections.at(-1);
    if (current) current.body += `${line}\n`;
    if (/^\s*(?:[-*]\s+)?(\*\*|`)/.test(line)) {
      for (const lead of leads) sections.splice(-1, 0, { title: lead[1] ?? "", body: leads.length === 1 ? line.slice((lead.index ?? 0) + lead[0].length - (lead[2] ?? "").length) : (lead[2] ?? ""), hasParts: false, level: 7 });
      const split = /^\s*[-*]\s+\*\*`?([^*`]+)`?\*\*/.exec(line) ?? /^\s*[-*]\s+\*\*([^*]+)\*\*/.exec(line);
      if (split && leads.length === 0) sections.splice(-1, 0, { title: split[1] ?? "", body: line, hasParts: false, level: 7 });
    }
  }
  return sections.map(({ title, body, hasParts }) => ({ title, body, hasParts }));
}
