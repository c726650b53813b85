import { lstatSync, readFileSync } from "node:fs";
import { leastSections, type Measurement, type SectionKind, sectionKindNames } from "@countersign/domain";
import { z } from "zod";
import type { CheckContext } from "../../check.ts";
import { defineCheck } from "../../define-check.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { utf8 } from "../bytes.ts";
import { judgeDocument } from "./judge-document.ts";

const largest = 2_000_000;
const kinds = z.array(z.enum(sectionKindNames)).max(20);

function measure(ctx: CheckContext, subject: "card" | "datasheet", required: readonly SectionKind[]): Measurement {
  const file = ctx.files.find((entry) => entry.role === subject);
  const path = file ? resolveInside(ctx.dir, file.path) : null;
  const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
  const one = (code: string, text: string): Measurement => ({
    subject,
    value: 1,
    detections: [{ code, where: file?.path ?? subject, text }],
  });
  if (!file || path === null || !stat?.isFile()) return one("document.missing", `There is no ${subject}.`);
  if (stat.size > largest)
    return one("document.too_large", `The ${subject} has ${stat.size} bytes; up to ${largest} are read.`);
  const text = utf8(readFileSync(path));
  if (text === null) return one("document.unreadable", `The ${subject} is not UTF-8 text.`);
  if (text.trim() === "") return one("document.empty", `The ${subject} is empty.`);
  const { sections, detections } = judgeDocument(file.path, text, required);
  return { subject, value: detections.length, n: sections, detections };
}

/**
 * Card and datasheet: the sections that a reviewer needs, none empty, no placeholder. Value: what is missing, per document.
 * The policy says which sections (`card`, `datasheet`); an empty list leaves that document out.
 */
export const documentCompleteness = defineCheck({
  id: "docs.completeness",
  version: "1.0.0",
  title: "Card and datasheet are complete",
  measures:
    "Card and datasheet: the sections that a reviewer needs, none empty, no placeholder. Value: what is missing; one measurement per document.",
  category: "documents",
  reads: ["card", "datasheet"],
  applies: () => true,
  params: z.strictObject({
    card: kinds.default([...leastSections.card]),
    datasheet: kinds.default([...leastSections.datasheet]),
  }),
  run: (ctx, params) => {
    const measurements = (["card", "datasheet"] as const)
      .filter((subject) => params[subject].length > 0)
      .map((subject) => measure(ctx, subject, params[subject]));
    if (measurements.length === 0)
      return Promise.resolve({
        status: "skipped",
        reason: "The policy asks for no section of any document.",
        assurance: "inspected",
        measurements,
      });
    return Promise.resolve({ status: "measured", assurance: "inspected", measurements });
  },
});
