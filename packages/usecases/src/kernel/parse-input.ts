import type { Refusal } from "@countersign/domain";
import type { z } from "zod";
import { plainly, toldIssue } from "./plain-issue.ts";
import { plainJsonProblem } from "./plain-json.ts";

/** What was sent, as its schema reads it; or the refusal that says what cannot be used. For everything that takes input. */
export function parseInput<I>(
  schema: z.ZodType<I>,
  rawInput: unknown,
): { ok: true; input: I } | { ok: false; refusal: Refusal } {
  const hostile = plainJsonProblem(rawInput);
  if (hostile) return { ok: false, refusal: { kind: "invalid_input", problems: [hostile] } };
  const parsed = schema.safeParse(rawInput, plainly);
  if (parsed.success) return { ok: true, input: parsed.data };
  const problems = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join("."), ...toldIssue(issue) }));
  return { ok: false, refusal: { kind: "invalid_input", problems } };
}
