import { type Reader, sql } from "@countersign/db";
import { noticeChoices, noticeKinds, type Preferences, usualNotices } from "@countersign/domain";
import { isZone, languages, msg, type Say } from "@countersign/words";
import { speakerFor } from "@countersign/words/de/speaker";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { parseInput } from "../kernel/parse-input.ts";

const choice = z.enum(noticeChoices);
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, msg("is not a time of day such as 22:00"));
const input = z.strictObject({
  language: z.enum(languages).nullable(),
  zone: z.string().max(64).refine(isZone, msg("is not a time zone such as Europe/Berlin")).nullable(),
  notices: z.strictObject({
    turn: choice,
    due: choice,
    answer: choice,
    decision: choice,
    condition: choice,
    job: choice,
    security: z.literal("at_once", msg("cannot be switched off: it tells of what others do to this account")),
  }),
  digest: z.boolean(),
  quiet: z
    .strictObject({ from: hour, to: hour })
    .refine(({ from, to }) => from !== to, msg("begin and end at the same time"))
    .nullable(),
});

type Stored = {
  person_id: string;
  language: Preferences["language"];
  zone: string | null;
  notices: Partial<Preferences["notices"]> & { digest?: "off" };
  quiet_from: string | null;
  quiet_to: string | null;
};

/** What these people have chosen, with what is usual where they have not. */
export async function preferencesOfAll(
  reader: Reader,
  personIds: readonly string[],
): Promise<Map<string, Preferences>> {
  const found = await reader.db.execute<Stored>(sql`
    select person_id, language, zone, notices, to_char(quiet_from, 'HH24:MI') as quiet_from, to_char(quiet_to, 'HH24:MI') as quiet_to
    from ops.preference where person_id = any (${sql.param(personIds)}::text[])`);
  const stored = new Map(found.rows.map((one) => [one.person_id, one]));
  return new Map(personIds.map((personId) => [personId, chosen(stored.get(personId))]));
}

function chosen(stored: Stored | undefined): Preferences {
  const kept = noticeKinds.map((kind) => [kind, stored?.notices[kind] ?? usualNotices[kind]]);
  const { quiet_from: from, quiet_to: to } = stored ?? {};
  return {
    language: stored?.language ?? null,
    zone: stored?.zone ?? null,
    notices: Object.fromEntries(kept) as Preferences["notices"],
    digest: stored?.notices.digest !== "off",
    quiet: from && to ? { from, to } : null,
  };
}

/** How texts are said to whoever has chosen this. */
export const sayTo = ({ language, zone }: Pick<Preferences, "language" | "zone">): Say =>
  speakerFor(language ?? "en", zone ?? "UTC");

export async function preferencesOf(reader: Reader, personId: string): Promise<Preferences> {
  return (await preferencesOfAll(reader, [personId])).get(personId) ?? chosen(undefined);
}

/** Sets all that somebody chooses of how they are told things. It is nobody else's and changes nothing: no command, no event. */
export async function setPreferences(deps: Deps, actor: Actor, rawInput: unknown): Promise<Result<Preferences>> {
  if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
  const parsed = parseInput(input, rawInput);
  if (!parsed.ok) return parsed;
  const { language, zone, quiet, digest } = parsed.input;
  const notices = { ...parsed.input.notices, ...(digest ? {} : { digest: "off" }) };
  await deps.database.db.execute(sql`
    insert into ops.preference (person_id, language, zone, notices, quiet_from, quiet_to)
    values (${actor.personId}, ${language}, ${zone}, ${JSON.stringify(notices)}, ${quiet?.from ?? null}, ${quiet?.to ?? null})
    on conflict (person_id) do update set language = excluded.language, zone = excluded.zone, notices = excluded.notices,
      quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`);
  return { ok: true, value: parsed.input };
}

/** Ends somebody's morning mail; all else they have chosen stays. */
export async function endDigest(deps: Deps, personId: string): Promise<void> {
  await deps.database.db.execute(sql`
    insert into ops.preference (person_id, notices) values (${personId}, '{"digest": "off"}')
    on conflict (person_id) do update set notices = ops.preference.notices || excluded.notices`);
}
