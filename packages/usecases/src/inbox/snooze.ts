import { type Reader, sql } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { parseInput } from "../kernel/parse-input.ts";
import { idText } from "../kernel/texts.ts";

const input = z.strictObject({ reviewId: idText, until: z.iso.datetime({ offset: true }).nullable() });

/**
 * Puts a review off in one's own inbox until a moment, or takes it back (null). It changes nothing for anybody else, so it is
 * no command and leaves no event. It comes back by itself with a new round, and when it is due: late work cannot be hidden.
 */
export async function snoozeReview(
  deps: Deps,
  actor: Actor,
  rawInput: unknown,
): Promise<Result<{ until: string | null }>> {
  if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
  const parsed = parseInput(input, rawInput);
  if (!parsed.ok) return parsed;
  const { reviewId, until } = parsed.input;
  const { db } = deps.database;
  if (until === null) {
    await db.execute(sql`delete from ops.snooze where person_id = ${actor.personId} and review_id = ${reviewId}`);
    return { ok: true, value: { until } };
  }
  if (Date.parse(until) <= deps.now().getTime())
    return {
      ok: false,
      refusal: { kind: "invalid_input", problems: [{ path: "until", text: msg("has to be in the future") }] },
    };
  const put = await db.execute(sql`
    insert into ops.snooze (person_id, review_id, round, until)
    select ${actor.personId}, v.id, v.round, ${until} from gov.review v where v.id = ${reviewId} and exists (
      select 1 from gov.role_grant g join gov.person p on p.id = g.person_id
      where g.person_id = ${actor.personId} and g.workspace_id = v.workspace_id and g.state = 'active' and p.state = 'active')
    on conflict (person_id, review_id) do update set round = excluded.round, until = excluded.until`);
  return put.rowCount === 1
    ? { ok: true, value: { until } }
    : { ok: false, refusal: { kind: "not_found", what: "review" } };
}

/** Until when this person has put reviews off: those whose round is the same still. */
export async function snoozes(reader: Reader, personId: string, at: string): Promise<Map<string, string>> {
  const found = await reader.db.execute<{ review_id: string; until: string }>(sql`
    select s.review_id, to_char(s.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
    from ops.snooze s join gov.review v on v.id = s.review_id and v.round = s.round
    where s.person_id = ${personId} and s.until > ${at}`);
  return new Map(found.rows.map(({ review_id, until }) => [review_id, until]));
}
