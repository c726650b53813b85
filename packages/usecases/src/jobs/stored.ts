import { sql } from "@countersign/db";
import type { JobState, JobStep, Refusal } from "@countersign/domain";
import type { JobInput } from "./asked.ts";

/** What was made. `id`: of its bytes in the store; `type`: its media type. */
export interface JobFile {
  id: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
}

/** Whose sight a file was made by: the workspaces, and whose acts on the instance itself (null: everybody's). */
export interface JobSight {
  workspaces: string[];
  instanceOf: string | null;
}

/** Why a job failed. `broke`: a fault, which the worker's log tells. `given_up`: its worker ended under it each time. */
export type JobProblem = Refusal | { kind: "broke" } | { kind: "given_up"; attempts: number };

export type Job = {
  id: string;
  personId: string;
  input: JobInput;
  state: JobState;
  step: JobStep | null;
  done: number | null;
  total: number | null;
  takenBy: string | null;
  file: JobFile | null;
  sight: JobSight | null;
  problem: JobProblem | null;
  fetched: boolean;
  createdAt: string;
  endedAt: string | null;
  expiresAt: string;
};

/** A job that a worker has. `takenBy` names this taking: what an earlier one still writes is not kept. */
export type TakenJob = Job & { takenBy: string };

const instant = (column: string): string =>
  `to_char(j.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${column.replace(/_(.)/, (_, letter: string) => letter.toUpperCase())}"`;

/** A job as it is read, of a table named `j`. */
export const jobColumns = sql.raw(
  `j.id, j.person_id as "personId", j.input, j.state, j.step, j.done, j.total, j.taken_by as "takenBy", j.file, j.sight,
   j.problem, j.fetched_at is not null as fetched, ${["created_at", "ended_at", "expires_at"].map(instant).join(", ")}`,
);

/** A job that goes on. */
export const isOpen = sql.raw("j.state in ('queued', 'running')");
