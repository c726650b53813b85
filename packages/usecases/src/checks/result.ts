import type { CheckResult } from "@countersign/domain";
import { z } from "zod";

const text = z.string().max(20_000);
const json = z.record(z.string().max(300), z.json());

const measurement = z.strictObject({
  subject: text.optional(),
  value: z.number().nullable(),
  n: z.number().optional(),
  interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number(), method: text }).optional(),
  support: z.record(text, z.number()).optional(),
  detections: z.array(z.strictObject({ code: text, where: text, text })).max(100_000),
  insufficient: text.optional(),
  details: json.optional(),
});

/** What the worker hands over for one check run: `CheckResult` of packages/policy, in form. What it is worth the policy's limits say. */
export const checkResultSchema: z.ZodType<CheckResult> = z.strictObject({
  check: text,
  version: text,
  params: json,
  status: z.enum(["measured", "error", "skipped"]),
  reason: text.optional(),
  measurements: z.array(measurement).max(100_000),
  assurance: z.enum(["recomputed", "supplied_predictions", "inspected"]),
  inputs: z.record(text, text),
  engine: z.record(text, text),
  isolation: text,
}) as z.ZodType<CheckResult>;
