import type { JobStep } from "@countersign/domain";
import type { Deps, JobFile, TakenJob } from "@countersign/usecases";

/** A job that is being made. `step` and `count` tell how far it is, and throw where nobody wants it any more. */
export interface Making {
  deps: Deps;
  job: TakenJob;
  signal: AbortSignal;
  step(step: JobStep): void;
  count(done: number, total: number): void;
}

/** Keeps a file under the name of this taking of the job: what an earlier one still writes is another file. */
export async function keep(
  { deps, job, signal }: Making,
  named: Pick<JobFile, "name" | "type">,
  bytes: AsyncIterable<Uint8Array>,
): Promise<JobFile> {
  const kept = await deps.results.put(job.takenBy, bytes);
  if (signal.aborted) await deps.results.remove(job.takenBy);
  return { id: job.takenBy, ...named, ...kept };
}
