import type { Json } from "@countersign/canonical";
import type { CheckResult, DecisionAct, EvaluateInput, Role, Task, Tier } from "@countersign/policy";
import { documentDigest, evidenceDocument, type EvidenceDocument, type Row, type State } from "@countersign/record";
import { policyOf, standing } from "./moment.ts";
import { asResult } from "./result-form.ts";

/** The rows of a review and its open round, or null where one that it names is not in the bundle. */
export interface ReviewRows {
  review: Row<"review">;
  round: Row<"round">;
  version: Row<"version">;
  model: Row<"model">;
  environment: Row<"environment">;
  revision: Row<"policy_revision">;
}

export function reviewRows(state: State, reviewId: string): ReviewRows | null {
  const review = state.review.get(reviewId);
  const round =
    review && [...state.round.values()].find((one) => one.review_id === review.id && one.number === review.round);
  const [version, model] = [state.version.get(review?.version_id ?? ""), state.model.get(review?.model_id ?? "")];
  const [environment, revision] = [
    state.environment.get(review?.environment_id ?? ""),
    state.policy_revision.get(review?.policy_revision_id ?? ""),
  ];
  return review && round && version && model && environment && revision
    ? { review, round, version, model, environment, revision }
    : null;
}

const of = <T>(table: Map<string, T>, fits: (row: T) => boolean): T[] => [...table.values()].filter(fits);
const runsOf = (state: State, round: Row<"round">): Row<"check_run">[] =>
  of(state.check_run, (run) => run.round_id === round.id);

/** The evidence of the round as the records give it now. */
export function evidenceNow(state: State, rows: ReviewRows): EvidenceDocument {
  const { round, version, revision } = rows;
  return evidenceDocument({
    ...rows,
    policySha256: revision.sha256,
    base: state.version.get(round.base_version_id ?? "") ?? null,
    runs: runsOf(state, round).filter((run) => run.state === "ended"),
    files: of(state.version_file, (file) => file.version_id === version.id),
  });
}

/** The one set of conditions that stands in a review: proposed or adopted. */
export const standingConditions = (state: State, reviewId: string): Row<"condition_set"> | null =>
  of(state.condition_set, (set) => set.review_id === reviewId && set.state !== "superseded")[0] ?? null;

/** The records as the rules take them: the same facts that the server judged by, gathered from nothing but the bundle. */
export function evaluateInput(
  state: State,
  rows: ReviewRows,
  blobs: ReadonlyMap<string, Json>,
  at: string,
): EvaluateInput {
  const { review, round, version, model, environment, revision } = rows;
  const held = standing(state, review.workspace_id);
  const set = standingConditions(state, review.id);
  const champion = inProduction(state, model.id, environment);
  const approval = of(state.approval, (one) => one.review_id === review.id)[0];
  const files = (id: string) =>
    of(state.version_file, (file) => file.version_id === id).map(({ role, path, sha256 }) => ({ role, path, sha256 }));
  return {
    at,
    policy: policyOf(blobs, revision),
    environment: environment.key,
    model: { key: model.key, state: model.state, tier: model.tier as Tier | null },
    version: {
      state: version.state,
      identity: version.identity,
      task: version.task as Task,
      contributors: of(state.contributor, (one) => one.version_id === version.id).map(
        ({ kind, person_id: person }) => ({ kind, person }),
      ),
    },
    review: { state: review.state },
    round: { state: round.state, evidenceSha256: round.evidence_sha256, champion: round.base_version_id },
    evidenceSha256: documentDigest(evidenceNow(state, rows)),
    champion: champion === version.id ? round.base_version_id : champion,
    files: files(version.id),
    championFiles: round.base_version_id === null ? null : files(round.base_version_id),
    results: results(state, round, blobs),
    decisions: of(state.decision, (one) => one.round_id === round.id).map((one) => ({
      person: one.person_id,
      role: one.role as Role,
      act: one.act as DecisionAct,
      evidenceSha256: one.evidence_sha256,
      conditionsSha256: one.conditions_sha256,
      state: one.state,
    })),
    rolesInForce: Object.fromEntries(held.roles),
    activePeople: held.active,
    conditions: set && {
      sha256: set.sha256,
      items: of(state.condition, (one) => one.set_id === set.id).map(
        ({ number, covers, owner_id: owner, due_at: dueAt, blocking, state: is }) => ({
          number,
          covers,
          owner,
          dueAt,
          blocking,
          state: is,
        }),
      ),
    },
    findings: of(state.finding, (one) => one.review_id === review.id).map(({ number, severity, state: is }) => ({
      number,
      severity,
      state: is,
    })),
    approval: approval ? { state: approval.state, validUntil: approval.valid_until } : null,
  };
}

function results(state: State, round: Row<"round">, blobs: ReadonlyMap<string, Json>): Record<string, CheckResult> {
  const found = runsOf(state, round)
    .filter((run) => run.state !== "superseded")
    .map((run) => [run.check_key, asResult(blobs.get(run.result_sha256 ?? ""))] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, CheckResult] => entry[1] !== null));
}

/** The version that the environment's first protected alias names. */
function inProduction(state: State, modelId: string, environment: Row<"environment">): string | null {
  const aliases = of(state.alias, (alias) => alias.model_id === modelId);
  const first = environment.protects.find(
    (name) => !name.endsWith("*") && aliases.some((alias) => alias.name === name),
  );
  return aliases.find((alias) => alias.name === first)?.version_id ?? null;
}
