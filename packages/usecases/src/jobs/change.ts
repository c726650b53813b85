import { sql } from "@countersign/db";
import type { JobView } from "@countersign/domain";
import { z } from "zod";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { parseInput } from "../kernel/parse-input.ts";
import { idText } from "../kernel/texts.ts";
import { isOpen, type Job, jobColumns } from "./stored.ts";
import { viewOf } from "./view.ts";

const input = z.strictObject({ id: idText });

/** Changes a job of one's own where it stands as it must; of other people's nothing is found. */
const changes =
  (when: typeof isOpen, set: typeof isOpen) =>
  async (deps: Deps, actor: Actor, rawInput: unknown): Promise<Result<JobView>> => {
    if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
    const parsed = parseInput(input, rawInput);
    if (!parsed.ok) return parsed;
    const own = sql`j.id = ${parsed.input.id} and j.person_id = ${actor.personId} and j.expires_at > now()`;
    const { db } = deps.database;
    const changed = await db.execute<Job>(sql`
      update ops.job j set ${set} where ${own} and ${when} returning ${jobColumns}`);
    const [job] = changed.rows;
    if (job) return { ok: true, value: viewOf(job) };
    const there = await db.execute(sql`select 1 from ops.job j where ${own}`);
    return {
      ok: false,
      refusal: there.rows.length > 0 ? { kind: "moved_meanwhile" } : { kind: "not_found", what: "job" },
    };
  };

/** Ends a job that goes on: nothing of it is kept. Its worker hears of it at its next beat. */
export const cancelJob = changes(isOpen, sql`state = 'cancelled', ended_at = now(), taken_by = null`);

/** Begins a job anew that has failed or was cancelled. */
export const repeatJob = changes(
  sql`j.state in ('failed', 'cancelled')`,
  sql`state = 'queued', problem = null, attempts = 0, step = null, done = null, total = null, ended_at = null,
    created_at = now(), expires_at = now() + interval '30 days'`,
);

/** Takes a job that has ended out of sight; the worker removes it, with its file. */
export const clearJob = changes(
  sql`not ${isOpen}`,
  sql`expires_at = now(), fetched_at = coalesce(j.fetched_at, now())`,
);
