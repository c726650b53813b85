import { sql } from "@countersign/db";
import type { UpdateItem, UpdatesView } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { defineQuery } from "../kernel/query.ts";
import { idText } from "../kernel/texts.ts";
import { parseInput } from "../kernel/parse-input.ts";
import { asNotice, noticeColumns } from "./stored.ts";
import { jobsPath, tell, type Told } from "./tell.ts";

const input = z.strictObject({
  /** Only older ones than this. */
  before: idText.optional(),
  first: z.int().min(0).max(100).default(30),
});

/** What stands under Updates: a turn stands in the inbox itself, and a morning mail is no news. */
const listed = sql.raw("n.kind not in ('turn', 'digest')");

type Columns = Parameters<typeof asNotice>[0] & { seen: boolean };

/** What somebody was told, newest first. */
export const noticeList = defineQuery({
  name: "notice.list",
  input,
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run(ask, _seen, { before, first }): Promise<UpdatesView> {
    const { reader, known } = ask;
    const me = known.personId ?? "";
    const unread = await reader.db.execute<{ count: string }>(sql`
      select count(*) from ops.notice n where n.person_id = ${me} and ${listed} and n.seen_at is null`);
    const older = before ? sql`and (n.at, n.id) < (select b.at, b.id from ops.notice b where b.id = ${before})` : sql``;
    const found = await reader.db.execute<Columns>(sql`
      select ${noticeColumns}, n.seen_at is not null as seen from ops.notice n
      where n.person_id = ${me} and ${listed} ${older} order by n.at desc, n.id desc limit ${first + 1}`);
    const page = found.rows.slice(0, first);
    const told = await tell(ask, page.map(asNotice));
    const seen = new Set(page.filter((one) => one.seen).map(({ id }) => id));
    return {
      items: told.map((one) => itemOf(ask.say, one, seen.has(one.notice.id))),
      unread: Number(unread.rows[0]?.count ?? 0),
      before: found.rows.length > first ? (page.at(-1)?.id ?? null) : null,
    };
  },
});

const itemOf = (say: Say, { notice, text, place }: Told, seen: boolean): UpdateItem => ({
  id: notice.id,
  at: notice.at,
  seen,
  text,
  title: place ? `${place.model.title}, ${say("version {n}", { n: place.version.number })}` : null,
  path: place ? `/reviews/${place.review.id}` : notice.kind === "job" ? jobsPath : "/me",
});

/** Marks all of somebody's updates up to the newest that they saw as read. It changes nothing for anybody else: no event. */
export async function readNotices(deps: Deps, actor: Actor, rawInput: unknown): Promise<Result<{ read: number }>> {
  if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
  const parsed = parseInput(z.strictObject({ newest: idText }), rawInput);
  if (!parsed.ok) return parsed;
  const { newest } = parsed.input;
  const read = await deps.database.db.execute(sql`
    update ops.notice n set seen_at = ${deps.now().toISOString()} where n.person_id = ${actor.personId} and n.seen_at is null
      and ${listed} and (n.at, n.id) <= (select b.at, b.id from ops.notice b where b.id = ${newest} and b.person_id = ${actor.personId})`);
  return { ok: true, value: { read: read.rowCount ?? 0 } };
}
