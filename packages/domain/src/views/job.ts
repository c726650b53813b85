import type { JobState, JobStep, TrailFormat } from "../jobs.ts";
import type { RefusalText } from "../refusals.ts";

/** What a job makes, as it is told to whoever asked for it. */
export type JobWhat =
  | { kind: "trail"; format: TrailFormat; narrowed: boolean }
  | { kind: "evidence"; model: string; number: number };

/** A job of one's own. */
export interface JobView {
  id: string;
  what: JobWhat;
  state: JobState;
  step: JobStep | null;
  /** How much of how much, where it can be counted. */
  done: number | null;
  total: number | null;
  /** What was made; null until then. */
  file: { name: string; size: number; sha256: string } | null;
  /** Whether it was fetched, or cleared: it waits for nobody. */
  fetched: boolean;
  /** Why it failed, and what to do. */
  problem: RefusalText | null;
  createdAt: string;
  expiresAt: string;
}
