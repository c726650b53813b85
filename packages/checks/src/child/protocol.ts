import { z } from "zod";
import type { SuiteInput } from "../run-suite.ts";
import type { SuiteLimits } from "../limits.ts";
import type { Json } from "@countersign/domain";

/** What the parent writes to the child's standard input, as one JSON document. */
export interface ChildJob {
  input: SuiteInput;
  requested: { index: number; check: string; params: Record<string, Json> }[];
  /** Steps that killed an earlier child: not tried again. */
  lost: Record<string, string>;
  limits: SuiteLimits;
}

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);

const measurementSchema = z.strictObject({
  subject: z.string().max(400).optional(),
  value: z.number().nullable(),
  n: z.number().int().nonnegative().optional(),
  interval: z
    .strictObject({ low: z.number(), high: z.number(), level: z.number(), method: z.string().max(100) })
    .optional(),
  support: z.record(z.string(), z.number()).optional(),
  detections: z
    .array(z.strictObject({ code: z.string().max(100), where: z.string().max(1000), text: z.string().max(2000) }))
    .max(1000),
  insufficient: z.string().max(2000).optional(),
  details: z.record(z.string(), json).optional(),
});

/** Lines that the child writes to descriptor 3. The child runs hostile input, so the parent parses every line. */
export const childMessage = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("start"), index: z.number().int().nonnegative() }),
  z.strictObject({ at: z.literal("step"), step: z.string().max(200).nullable() }),
  z.strictObject({
    at: z.literal("measured"),
    index: z.number().int().nonnegative(),
    status: z.enum(["measured", "skipped"]),
    reason: z.string().max(2000).optional(),
    measurements: z.array(measurementSchema).max(2000),
    assurance: z.enum(["recomputed", "supplied_predictions", "inspected"]),
    engine: z.record(z.string().max(50), z.string().max(100)),
  }),
  z.strictObject({ at: z.literal("error"), index: z.number().int().nonnegative(), reason: z.string().max(2000) }),
]);
export type ChildMessage = z.infer<typeof childMessage>;
