import { rm } from "node:fs/promises";
import { join } from "node:path";
import { runSuite, type SuiteInput } from "@countersign/checks";
import {
  type Deps,
  execute,
  type PlannedVersion,
  recordCheckResult,
  roundPlan,
  sealRound,
} from "@countersign/usecases";
import type { Task } from "graphile-worker";
import { allowlistPath } from "./allowlist.ts";
import { materialise } from "./materialise.ts";
import { ownFolder } from "./scratch.ts";

const actor = { kind: "job", name: "round_check" } as const;

interface Options {
  childEntry: string | undefined;
  advisories: string | undefined;
  /** Milliseconds that one check may take. */
  wallMs: number;
}

/**
 * Runs the queued checks of a round, records each result as it is known, then seals the round.
 * Killed at any moment, it is taken up again: what has been recorded is no longer queued.
 */
export const roundCheck =
  (base: Deps, options: Options): Task =>
  async (payload, helpers) => {
    const { round_id: roundId, claimed_at: claimedAt } = payload as { round_id: string; claimed_at: string | null };
    // A seeded act's consequences carry its time; the database refuses this once the instance is live.
    const deps: Deps = claimedAt ? { ...base, origin: "seed", now: () => new Date(claimedAt) } : base;
    const plan = await roundPlan(deps, roundId);
    if (!plan || plan.state !== "gathering") return;
    if (plan.queued.length > 0) {
      const folder = await ownFolder("countersign-round-");
      try {
        const input: SuiteInput = {
          ...(await place(deps, plan.version, join(folder, "version"))),
          ...(plan.base
            ? { champion: { ...(await place(deps, plan.base, join(folder, "base"))), label: plan.base.label } }
            : {}),
          ...(options.advisories ? { advisories: options.advisories } : {}),
          allowlist: allowlistPath(),
        };
        await runSuite(
          input,
          plan.queued.map(({ rule }) => ({ check: rule.check, ...(rule.params ? { params: rule.params } : {}) })),
          {
            signal: helpers.abortSignal ?? new AbortController().signal,
            limits: { wallMs: options.wallMs },
            ...(options.childEntry ? { childEntry: options.childEntry } : {}),
            onResult: async (result, index) => {
              const checkRunId = plan.queued[index]?.checkRunId;
              const recorded = await execute(deps, actor, recordCheckResult, { checkRunId, result });
              if (!recorded.ok && recorded.refusal.kind !== "wrong_state")
                throw new Error(`recording ${result.check}: ${recorded.refusal.kind}`);
            },
          },
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    const sealed = await execute(deps, actor, sealRound, { reviewId: plan.reviewId, roundId });
    if (!sealed.ok && sealed.refusal.kind !== "wrong_state") throw new Error(`sealing: ${sealed.refusal.kind}`);
  };

async function place(deps: Deps, version: PlannedVersion, dir: string) {
  await materialise(deps, version.files, dir);
  return { dir, submission: version.submission, files: version.files };
}
