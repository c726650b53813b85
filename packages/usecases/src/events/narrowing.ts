import type { TrailFilter } from "@countersign/db";
import type { TrailOf } from "@countersign/domain";
import { z } from "zod";
import type { Ask } from "../kernel/query.ts";
import { idText, lineText } from "../kernel/texts.ts";
import { about } from "./about.ts";
import { sightOf } from "./sight.ts";

/** What narrows the trail. */
export const narrowing = z.strictObject({
  /** A stream, or what it is of by name (`about`). */
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

type Narrowing = z.infer<typeof narrowing>;

/** The same as the database is asked, within what the reader sees, and what a name came to. */
export async function filterOf(
  ask: Ask,
  { stream, act, person, from, until }: Narrowing,
): Promise<{ filter: Omit<TrailFilter, "limit">; of: TrailOf | null }> {
  const narrowed = stream ? await about(ask, stream) : null;
  const sight = await sightOf(ask.reader, ask.known);
  return { filter: { streams: narrowed?.streams, act, person, from, until, sight }, of: narrowed?.of ?? null };
}

/** The same as the log keeps it: `review:rev_…, decision, from 2026-11-01`, or `all`. */
export function scopeWords({ stream, act, person, from, until }: Narrowing): string {
  const parts = [stream, act, person, from && `from ${from}`, until && `until ${until}`];
  return parts.filter((part) => part !== undefined).join(", ") || "all";
}
