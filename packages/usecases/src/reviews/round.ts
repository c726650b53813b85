import { type Reader, type Row, rows } from "@countersign/db";
import type { PolicyDocument } from "@countersign/domain";
import type { Run } from "../kernel/command.ts";

interface RoundOpening {
  review: Row<"review">;
  number: number;
  policy: PolicyDocument;
  model: Row<"model">;
  environment: Row<"environment">;
}

/** Inserts a round that gathers evidence, with one queued run per check of the policy, and enqueues the job. */
export async function openRound(
  run: Run,
  { review, number, policy, model, environment }: RoundOpening,
): Promise<Row<"round">> {
  const base = await versionInEnvironment(run, model.id, environment);
  const round = await run.insert("round", {
    id: run.deps.id("rnd"),
    review_id: review.id,
    number,
    state: "gathering",
    base_version_id: base && base !== review.version_id ? base : null,
    evidence_sha256: null,
    opened_at: run.at,
    sealed_at: null,
    closed_at: null,
  });
  await run.insertAll(
    "check_run",
    policy.checks.map((check) => ({
      id: run.deps.id("chk"),
      review_id: review.id,
      round_id: round.id,
      check_key: check.check,
      attempt: 1,
      state: "queued",
      status: null,
      verdict: null,
      outcome: null,
      result_sha256: null,
      queued_at: run.at,
      ended_at: null,
    })),
  );
  await enqueueRound(run, round);
  return round;
}

/** The job carries the act's own time and origin: what a seeded act starts is told with its time too. */
export async function enqueueRound(run: Run, round: Row<"round">): Promise<void> {
  await run.enqueue(
    "round_check",
    { round_id: round.id, claimed_at: run.deps.origin === "seed" ? run.at : null },
    `round:${round.id}`,
  );
}

/** The version that the environment's first protected alias names now: what is in production. */
async function versionInEnvironment(
  run: { tx: Reader },
  modelId: string,
  environment: Row<"environment">,
): Promise<string | null> {
  return versionNamed(await rows(run.tx, "alias", { model_id: modelId }), environment);
}

/** The same among the aliases of a model. */
export function versionNamed(aliases: Row<"alias">[], environment: Row<"environment">): string | null {
  for (const name of environment.protects.filter((pattern) => !pattern.endsWith("*"))) {
    const alias = aliases.find((candidate) => candidate.name === name);
    if (alias) return alias.version_id;
  }
  return null;
}
