import { lstatSync, readFileSync } from "node:fs";
import type { Detection, Measurement } from "@countersign/domain";
import type { CheckContext } from "../../check.ts";
import { z } from "zod";
import { defineCheck } from "../../define-check.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { type Section, sectionsOf } from "./markdown.ts";
import { leastSections, type SectionKind, sectionKindNames, sectionKinds } from "./sections.ts";

const documentMax = 2_000_000;
const placeholder = /\b(TODO|TBD|FIXME|XXX|lorem ipsum|to be (?:written|done|added|completed)|coming soon|fill (?:this )?in)\b/i;

const kinds = z.array(z.enum(sectionKindNames)).max(20);

/** Card and datasheet: the sections a reviewer needs, none empty, none a placeholder. Value: what is missing, per document. */
export const documentCompleteness = defineCheck({
  id: "docs.completeness",
  version: "1.0.0",
  title: "Card and datasheet are complete",
  category: "documents",
  reads: ["card", "datasheet"],
  applies: () => true,
  params: z.strictObject({ card: kinds.default([...leastSections.card]), datasheet: kinds.default([...leastSections.datasheet]) }),
  run: async (ctx, params) => ({ status: "measured", assurance: "inspected", measurements: [measure(ctx, "card", params.card), measure(ctx, "datasheet", params.datasheet)] }),
});

function measure(ctx: CheckContext, role: "card" | "datasheet", required: readonly SectionKind[]): Measurement {
  const file = ctx.files.find((entry) => entry.role === role);
  const path = file ? resolveInside(ctx.dir, file.path) : null;
  const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
  const one = (code: string, text: string): Measurement => ({ subject: role, value: 1, detections: [{ code, where: file?.path ?? role, text }] });
  if (!file || path === null || !stat?.isFile()) return one("document.missing", `There is no ${role}.`);
  if (stat.size > documentMax) return one("document.too_large", `The ${role} is too large to be read.`);
  const sections = sectionsOf(readFileSync(path, "utf8"));
  const detections = required.flatMap((kind) => judgeSection(file.path, kind, sections));
  for (const section of sections) {
    const hit = placeholder.exec(section.body) ?? placeholder.exec(section.title);
    if (hit) detections.push({ code: "document.placeholder", where: `${file.path}#${section.title}`, text: `“${hit[0]}” stands under ${section.title || "the beginning"}.` });
  }
  return { subject: role, value: detections.length, n: sections.length, detections };
}

function judgeSection(path: string, kind: SectionKind, sections: Section[]): Detection[] {
  const { name, matches } = sectionKinds[kind];
  const found = sections.filter((section) => matches.test(section.title));
  if (found.length === 0) return [{ code: "document.section_missing", where: path, text: `The section on ${name} is missing.` }];
  return found.every((section) => section.body.replace(/[\s|*_-]/g, "").length < 10 && !section.hasParts)
    ? [{ code: "document.section_empty", where: `${path}#${found[0]?.title}`, text: `The section ${found[0]?.title} says nothing.` }] : [];
}
