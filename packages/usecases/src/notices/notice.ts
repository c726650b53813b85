import { type Reader, sql } from "@countersign/db";
import type { NoticeKind } from "@countersign/domain";
import { english } from "@countersign/words";
import { knowActor } from "../kernel/actor.ts";
import type { Deps } from "../kernel/deps.ts";
import type { Ask } from "../kernel/query.ts";
import { sha256Hex } from "../people/sessions.ts";
import { sightOf } from "../events/sight.ts";

/** What a notice tells, as ids and words of the record: its sentences are made when it is read or sent. */
export interface NoticeFacts {
  /** Id of the event that it tells of. */
  event?: string;
  /** Of a date: whether it has passed. */
  late?: boolean;
  /** Of a condition: its id, and in how many days it ends. */
  condition?: string;
  days?: number;
  /** Of a morning mail: the day that it is of, where its person is. */
  day?: string;
  /** Of a file that was made: the id of its job. */
  job?: string;
}

export interface Notice {
  personId: string;
  kind: NoticeKind | "digest";
  /** Stream of what it is about. */
  thing: string;
  versionId: string | null;
  /** Of one happening a person is told once. */
  dedupe: string;
  facts: NoticeFacts;
  at: string;
  /** When a mail may go; null: the person knows. */
  notBefore: string | null;
}

export interface StoredNotice extends Notice {
  id: string;
  attempts: number;
}

/** What notices are written through: the transaction of whoever holds the cursor, or the pool. */
export type Execute = Pick<Deps["database"]["db"], "execute">;

/** Several happenings on one version within these become one mail. */
const togetherMs = 10 * 60_000;

/** Whoever still waits in front of the page has fetched their file by then, and is not mailed. */
const waitedMs = 60_000;

/** When what has happened may be mailed: what others do to an account at once, else when what belongs together is together. */
export function mailedFrom(kind: NoticeKind, at: string): string {
  const afterMs = kind === "security" ? 0 : kind === "job" ? waitedMs : togetherMs;
  return new Date(Date.parse(at) + afterMs).toISOString();
}

/** That a link has set somebody's password anew: no event, because credentials are never in the record. */
export const passwordNotice = (personId: string, secret: string, at: string): Notice => ({
  personId,
  kind: "security",
  thing: `person:${personId}`,
  versionId: null,
  dedupe: `security:password:${sha256Hex(secret).slice(0, 16)}`,
  facts: {},
  at,
  notBefore: mailedFrom("security", at),
});

/** Writes notices; one that its person has already stays as it is. */
export async function putNotices(deps: Pick<Deps, "id">, db: Execute, notices: readonly Notice[]): Promise<void> {
  for (const { personId, kind, thing, versionId, dedupe, facts, at, notBefore } of notices)
    await db.execute(sql`
      insert into ops.notice (id, person_id, kind, thing, version_id, dedupe, facts, at, not_before)
      values (${deps.id("ntc")}, ${personId}, ${kind}, ${thing}, ${versionId}, ${dedupe}, ${JSON.stringify(facts)}, ${at}, ${notBefore})
      on conflict (person_id, dedupe) do nothing`);
}

/** A question as somebody would ask it now: with their roles, and nothing beyond their sight. */
export async function askAs(deps: Deps, reader: Reader, personId: string, at: string, say = english): Promise<Ask> {
  return { deps, reader, known: await knowActor(reader, { kind: "user", personId }, at), at, say };
}

/** Whether somebody is in force and sees what happens in a workspace. */
export async function sees({ reader, known }: Ask, workspaceId: string): Promise<boolean> {
  return known.inForce && (await sightOf(reader, known)).workspaces.includes(workspaceId);
}
