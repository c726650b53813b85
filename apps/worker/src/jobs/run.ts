import {
  beatJob,
  type Deps,
  endJob,
  giveBackJob,
  type JobEnd,
  type Progress,
  type TakenJob,
} from "@countersign/usecases";
import { every } from "../every.ts";
import { makeEvidence } from "./evidence.ts";
import type { Making } from "./making.ts";
import { makeTrail } from "./trail.ts";

/** How far a job is is written at most so often, and that its worker lives at least each second. */
const tellMs = 300;
const beatMs = 1_000;

/**
 * Makes a job and says how far it is. A cancelled one is let go of at once, whatever it waits for; what it still does is not
 * kept. `stopping`: it is given back, for the next worker.
 */
export async function runJob(
  deps: Deps,
  job: TakenJob,
  stopping: AbortSignal,
  said: (fault: unknown) => void,
): Promise<void> {
  const gone = new AbortController();
  const signal = AbortSignal.any([gone.signal, stopping]);
  const progress: Progress = { step: null, done: null, total: null };
  const making: Making = {
    deps,
    job,
    signal,
    step: (step) => void (signal.throwIfAborted(), Object.assign(progress, { step, done: null, total: null })),
    count: (done, total) => void (signal.throwIfAborted(), Object.assign(progress, { done, total })),
  };
  const unbeaten = beating(deps, job, progress, () => gone.abort(), said);
  try {
    const end = await Promise.race([make(making), untilAborted(signal)]);
    if (end && !(await endJob(deps, job, end))) await deps.results.remove(job.takenBy);
    if (!end && stopping.aborted) await giveBackJob(deps, job);
  } catch (fault) {
    if (!signal.aborted) {
      said(fault);
      await endJob(deps, job, { problem: { kind: "broke" } });
    }
  } finally {
    await unbeaten();
  }
}

const make = (making: Making): Promise<JobEnd> => {
  const { input } = making.job;
  return input.kind === "trail" ? makeTrail(making, input) : makeEvidence(making, input);
};

/** Resolves with null; what was raced with it goes on by itself, and fails unheard. */
const untilAborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });

function beating(
  deps: Deps,
  job: TakenJob,
  progress: Progress,
  lost: () => void,
  said: (fault: unknown) => void,
): () => Promise<void> {
  let told = "";
  let toldAt = performance.now();
  return every(
    tellMs,
    async () => {
      const now = JSON.stringify(progress);
      if (now === told && performance.now() - toldAt < beatMs) return;
      [told, toldAt] = [now, performance.now()];
      if (!(await beatJob(deps, job, progress))) lost();
    },
    said,
  );
}
