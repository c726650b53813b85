import { z } from "zod";
import { idText, lineText } from "../kernel/texts.ts";

/** What narrows the trail. */
export const narrowing = z.strictObject({
  stream: lineText(100).optional(),
  act: z
    .string()
    .regex(/^[a-z_.]{1,60}$/)
    .optional(),
  /** Id of the person answerable. */
  person: idText.optional(),
  /** Days in UTC, both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** The same as the log keeps it: `review:rev_…, decision, from 2026-11-01`, or `all`. */
export function scopeWords({ stream, act, person, from, until }: z.infer<typeof narrowing>): string {
  const parts = [stream, act, person, from && `from ${from}`, until && `until ${until}`];
  return parts.filter((part) => part !== undefined).join(", ") || "all";
}
