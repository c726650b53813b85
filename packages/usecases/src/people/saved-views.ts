import { sql } from "@countersign/db";
import type { SavedView } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { parseInput } from "../kernel/parse-input.ts";
import { lineText } from "../kernel/texts.ts";

const mostViews = 30;
const input = z.strictObject({
  page: z.enum(["models", "audit"]),
  name: lineText(60),
  /** The query of the list's address; null takes the view away. */
  selection: z.string().max(2000).nullable(),
});

/** The selections of a list that somebody has named, by name. */
export async function savedViews(deps: Deps, personId: string, page: SavedView["page"]): Promise<SavedView[]> {
  const found = await deps.database.db.execute<{ name: string; selection: string }>(
    sql`select name, selection from ops.saved_view where person_id = ${personId} and page = ${page} order by lower(name), name`,
  );
  return found.rows.map(({ name, selection }) => ({ page, name, selection }));
}

/** Names a selection, gives a name another one, or takes it away. It is nobody else's and changes nothing: no command, no event. */
export async function saveView(deps: Deps, actor: Actor, rawInput: unknown): Promise<Result<{ name: string }>> {
  if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
  const parsed = parseInput(input, rawInput);
  if (!parsed.ok) return parsed;
  const { page, name, selection } = parsed.input;
  const { db } = deps.database;
  const of = sql`person_id = ${actor.personId} and page = ${page}`;
  if (selection === null) {
    await db.execute(sql`delete from ops.saved_view where ${of} and name = ${name}`);
    return { ok: true, value: { name } };
  }
  const put = await db.execute(sql`
    insert into ops.saved_view (person_id, page, name, selection)
    select ${actor.personId}, ${page}, ${name}, ${selection}
    where (select count(*) from ops.saved_view where ${of} and name <> ${name}) < ${mostViews}
    on conflict (person_id, page, name) do update set selection = excluded.selection`);
  return put.rowCount === 1
    ? { ok: true, value: { name } }
    : {
        ok: false,
        refusal: {
          kind: "limit_exceeded",
          what: msg("saved views of this page"),
          limit: mostViews,
          unit: msg("views"),
        },
      };
}
