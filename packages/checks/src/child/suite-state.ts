import { CheckFault, type SuiteState } from "../check.ts";

/** Keeps each step's outcome, good or bad, and tells `onStep` what is under way, so that a killed child can be blamed on it. */
export function createSuiteState(lost: Record<string, string>, onStep: (step: string | null) => void): SuiteState {
  const kept = new Map<string, Promise<unknown>>();
  const running: string[] = [];
  return {
    once<T>(step: string, make: () => Promise<T>): Promise<T> {
      const known = kept.get(step);
      if (known) return known as Promise<T>;
      const reason = lost[step];
      if (reason !== undefined) return Promise.reject(new CheckFault(reason));
      running.push(step);
      onStep(step);
      const made = make().finally(() => {
        running.splice(running.lastIndexOf(step), 1);
        onStep(running.at(-1) ?? null);
      });
      made.catch(() => undefined);
      kept.set(step, made);
      return made;
    },
  };
}
