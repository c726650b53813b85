import type { Reader, TrailFilter } from "@countersign/db";
import { z } from "zod";
import type { KnownActor } from "../kernel/actor.ts";
import { idText, lineText } from "../kernel/texts.ts";
import { sightOf } from "./sight.ts";

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

type Narrowing = z.infer<typeof narrowing>;

/** The same as the database is asked, within what the reader sees. */
export async function filterOf(
  reader: Reader,
  known: KnownActor,
  { stream, act, person, from, until }: Narrowing,
): Promise<Omit<TrailFilter, "limit">> {
  return { streams: stream ? [stream] : undefined, act, person, from, until, sight: await sightOf(reader, known) };
}

/** The same as the log keeps it: `review:rev_…, decision, from 2026-11-01`, or `all`. */
export function scopeWords({ stream, act, person, from, until }: Narrowing): string {
  const parts = [stream, act, person, from && `from ${from}`, until && `until ${until}`];
  return parts.filter((part) => part !== undefined).join(", ") || "all";
}
