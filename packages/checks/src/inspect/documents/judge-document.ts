import { type Detection, kindOf, type Section, type SectionKind, sectionsOf } from "@countersign/domain";

/** Words that stand for text nobody wrote. Plain words count only in capitals or before a colon: "todo" is a word in Spanish. */
const placeholders: readonly RegExp[] = [
  /\b(TODO|TBD|TBA|TBC|FIXME|XXX+)\b/,
  /\b(todo|tbd|fixme)\s*[:!]/i,
  /^\W*(todo|tbd|tba|tbc|fixme|xxx+|n\/?a|none|nil|placeholder|\.\.\.|…|\?+)\W*$/i,
  /\blorem ipsum\b/i,
  /\b(to be (?:written|done|added|completed|determined|decided|defined|filled(?: in)?)|coming soon|fill (?:this |me )?in\b|insert .{0,30} here|your text here|write something)/i,
  /(<|\[|\{\{)\s*(insert|fill|your|todo|tbd|placeholder|enter|add|describe|more information needed)\b[^>\]}]{0,80}(>|\]|\}\})/i,
];

const letters = (text: string): number => text.replaceAll(/[^\p{L}\p{N}]/gu, "").length;

function placeholderIn(text: string): string | null {
  for (const pattern of placeholders) {
    const hit = pattern.exec(text.trim());
    if (hit) return (hit[1] ?? hit[0]).trim().slice(0, 40);
  }
  return null;
}

const says = (s: Section): boolean => s.hasParts || letters(s.body) >= 3;

function judgeSection(path: string, kind: SectionKind, sections: readonly Section[]): Detection | null {
  const { name, title, text } = kindOf(kind);
  const titled = sections.filter((s) => title.test(s.title));
  if (titled.some(says) || (text && sections.some((s) => text.test(s.body)))) return null;
  const [empty] = titled;
  return empty
    ? {
        code: "document.section_empty",
        where: `${path}#${empty.title}`,
        text: `The section ${empty.title} says nothing.`,
      }
    : { code: "document.section_missing", where: path, text: `The section on ${name} is missing.` };
}

/** What a document lacks: required sections that are missing or empty, and placeholders anywhere. */
export function judgeDocument(
  path: string,
  markdown: string,
  required: readonly SectionKind[],
): { sections: number; detections: Detection[] } {
  const sections = sectionsOf(markdown);
  const missing = required.map((kind) => judgeSection(path, kind, sections)).filter((d) => d !== null);
  const left = sections.flatMap(({ title, body }): Detection[] => {
    const hit = placeholderIn(body) ?? placeholderIn(title);
    return hit === null
      ? []
      : [
          {
            code: "document.placeholder",
            where: `${path}#${title}`,
            text: `“${hit}” stands under ${title || "the beginning"}: a placeholder, not text.`,
          },
        ];
  });
  return { sections: sections.length - 1, detections: [...missing, ...left].slice(0, 200) };
}
