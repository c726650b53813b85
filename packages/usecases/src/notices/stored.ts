import { type Reader, sql } from "@countersign/db";
import type { NoticeKind } from "@countersign/domain";
import type { Execute, Notice, NoticeFacts, StoredNotice } from "./notice.ts";

type Columns = {
  id: string;
  person_id: string;
  kind: Notice["kind"];
  thing: string;
  version_id: string | null;
  dedupe: string;
  facts: NoticeFacts;
  at: string;
  not_before: string | null;
  attempts: number;
};

export const noticeColumns = sql.raw(
  `n.id, n.person_id, n.kind, n.thing, n.version_id, n.dedupe, n.facts, n.attempts,
   to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
   to_char(n.not_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as not_before`,
);

export const asNotice = (row: Columns): StoredNotice => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  thing: row.thing,
  versionId: row.version_id,
  dedupe: row.dedupe,
  facts: row.facts,
  at: row.at,
  notBefore: row.not_before,
  attempts: row.attempts,
});

export async function anyDue(db: Execute, now: Date): Promise<boolean> {
  const found = await db.execute(sql`select 1 from ops.notice where not_before <= ${now.toISOString()} limit 1`);
  return found.rows.length > 0;
}

/** A mail that could not be sent for so long is given up; what it tells stands in the portal. */
const givenUpDays = 7;

/**
 * Takes what is due first: all that waits to be told to one person about one version. It is due again after a while that grows with
 * each attempt, so that nothing is lost with whoever takes it; where it is sent, that is taken back.
 */
export async function takeDue(db: Execute, now: Date): Promise<StoredNotice[]> {
  const at = now.toISOString();
  // One at a time: two would take parts of what belongs together.
  await db.execute(sql`select 1 from ops.notice_cursor for update`);
  const old = new Date(now.getTime() - givenUpDays * 86_400_000).toISOString();
  await db.execute(sql`update ops.notice set not_before = null where not_before <= ${at} and at < ${old}`);
  const taken = await db.execute<Columns>(sql`
    with first as (
      select person_id, coalesce(version_id, id) as part from ops.notice where not_before <= ${at} order by not_before, id limit 1)
    update ops.notice n set attempts = n.attempts + 1,
      not_before = ${at}::timestamptz + make_interval(mins => least(60, power(2, least(n.attempts + 1, 10)))::int)
    from first where n.person_id = first.person_id and coalesce(n.version_id, n.id) = first.part and n.not_before is not null
    returning ${noticeColumns}`);
  return taken.rows.map(asNotice).toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

/** Updates of some kinds that are told in the morning: of two weeks at most, unread, and in no mail before. */
export async function waitingUpdates(
  reader: Reader,
  personId: string,
  kinds: readonly NoticeKind[],
  now: Date,
): Promise<StoredNotice[]> {
  const oldest = new Date(now.getTime() - 14 * 86_400_000).toISOString();
  const found = await reader.db.execute<Columns>(sql`
    select ${noticeColumns} from ops.notice n where n.person_id = ${personId} and n.kind = any (${sql.param([...kinds])}::text[]) and n.at > ${oldest}
      and n.seen_at is null and n.sent_at is null and n.digested_at is null order by n.at, n.id`);
  return found.rows.map(asNotice);
}

const among = (notices: readonly StoredNotice[]) => sql`id = any (${sql.param(notices.map(({ id }) => id))}::text[])`;

/** No mail is to be sent of these any more. */
export async function letGo(
  db: Execute,
  notices: readonly StoredNotice[],
  failure: string | null = null,
): Promise<void> {
  await db.execute(sql`update ops.notice set not_before = null, failure = ${failure} where ${among(notices)}`);
}

/** They are looked at again at a moment, and that they were taken counts as no attempt. */
export async function putOff(db: Execute, notices: readonly StoredNotice[], until: Date): Promise<void> {
  await db.execute(sql`
    update ops.notice set not_before = ${until.toISOString()}, attempts = attempts - 1 where ${among(notices)}`);
}

export async function noteFailure(db: Execute, notices: readonly StoredNotice[], failure: string): Promise<void> {
  await db.execute(sql`update ops.notice set failure = ${failure} where ${among(notices)}`);
}

/** A mail that tells these has gone. `digest`: in the morning mail. */
export async function noteSent(
  db: Execute,
  notices: readonly StoredNotice[],
  at: Date,
  digest: boolean,
): Promise<void> {
  const sent = at.toISOString();
  await db.execute(sql`
    update ops.notice set not_before = null, failure = null,
      sent_at = case when ${digest} and kind <> 'digest' then sent_at else ${sent}::timestamptz end,
      digested_at = case when ${digest} and kind <> 'digest' then ${sent}::timestamptz else digested_at end
    where ${among(notices)}`);
}

/** Where nothing can be mailed, what is due is told in the portal alone: a server that is named later sends nothing old. */
export async function letGoOfAllDue(db: Execute, now: Date): Promise<void> {
  await db.execute(sql`update ops.notice set not_before = null where not_before <= ${now.toISOString()}`);
}
