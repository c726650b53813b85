import { rows } from "@countersign/db";
import type { Run } from "../kernel/command.ts";
import { loadFacts, type ReviewFacts } from "./facts.ts";
import { reviewScope, type ReviewScope } from "./scope.ts";

/**
 * Loads what a signature rests on, and holds it still until the signature is committed: the model and what is in
 * production, the version and its contributors, the signer and everybody who has signed the round. A suspension or a
 * revoked role then comes before the signature, which is refused, or after it, in the log too. One order of locking.
 */
export async function holdStill(run: Run, { review, round, model, version }: ReviewScope): Promise<ReviewFacts> {
  const signed = await rows(run.tx, "decision", { round_id: round.id, state: "valid" });
  const people = [...signed.map((decision) => decision.person_id), ...(run.known.personId ? [run.known.personId] : [])];
  const streams = [`model:${model.id}`, `version:${version.id}`, ...people.map((id) => `person:${id}`)];
  for (const stream of [...new Set(streams)].toSorted()) await run.lock(stream);
  const scope = await reviewScope(run, review.id);
  if (!scope) throw new Error(`review ${review.id} is gone`);
  return loadFacts(run.tx, scope);
}
