import { evaluate, type Verdict } from "@countersign/policy";
import type { Row } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Detail } from "../detail.ts";
import { milliseconds } from "../instant.ts";
import { evaluateInput, reviewRows, standingConditions } from "./facts.ts";
import { becomes, changes, type Moment } from "./moment.ts";

/** Review → what the policy gave when its approval was granted. */
export type Granted = Map<string, Verdict>;

/** An approval begins when the policy, applied to what is recorded at that moment, gives one; and it ends, once. */
export function approvalsFounded(moment: Moment, granted: Granted): void {
  const { leaf, state, blobs } = moment;
  for (const { after: approval, before } of changes(moment, "approval")) {
    if (before) endedRightly(moment, approval, before);
    else {
      const rows = reviewRows(state, approval.review_id);
      const verdict = rows && evaluate(evaluateInput(state, rows, blobs, leaf.core.claimed_at));
      const problem =
        !rows || !verdict
          ? phrase("there is no such review")
          : verdict.state !== "approved" && verdict.state !== "approved_with_conditions"
            ? { reasons: verdict.reasons }
            : termsProblem(moment, approval, rows);
      if (problem) moment.object("approval_unfounded", problem);
      else if (verdict) granted.set(approval.review_id, verdict);
    }
  }
}

function termsProblem(
  { leaf, state, blobs }: Moment,
  approval: Row<"approval">,
  rows: NonNullable<ReturnType<typeof reviewRows>>,
): Detail | null {
  const { review, round, version } = rows;
  const days = evaluateInput(state, rows, blobs, approval.granted_at).policy?.validityDays ?? 0;
  const [from, until] = [milliseconds(approval.granted_at), milliseconds(approval.valid_until)];
  if (
    approval.state !== "valid" ||
    leaf.core.act !== "approval.granted" ||
    approval.granted_at !== leaf.core.claimed_at
  )
    return phrase("it does not begin as an approval");
  if (from === null || until === null || until - from !== days * 86_400_000)
    return phrase("it is valid for another time than the policy says");
  const same =
    approval.round_id === round.id &&
    approval.version_id === version.id &&
    approval.model_id === version.model_id &&
    approval.workspace_id === review.workspace_id &&
    approval.environment_id === review.environment_id &&
    approval.policy_revision_id === review.policy_revision_id &&
    approval.evidence_sha256 === round.evidence_sha256 &&
    approval.conditions_sha256 === (standingConditions(state, review.id)?.sha256 ?? null);
  return same ? null : phrase("it is for something else than the review");
}

function endedRightly(moment: Moment, approval: Row<"approval">, before: Row<"approval">): void {
  const { act, actor, claimed_at: at } = moment.leaf.core;
  const back = before.state !== "valid" && approval.state === "valid";
  const early = approval.state === "expired" && (act !== "approval.expired" || at < approval.valid_until);
  const revoked =
    approval.state === "revoked" && before.state !== "revoked" && (act !== "approval.revoked" || actor.kind !== "user");
  if (back || early || revoked) moment.object("approval_unfounded", becomes(before, approval));
}

/** A review ends approved with its approval, rejected with a rejection that counts, withdrawn by its own act. */
export function endingsFounded(moment: Moment, granted: Granted): void {
  const { leaf, state, blobs } = moment;
  const { act, data, claimed_at: at } = leaf.core;
  for (const { after: review, before } of changes(moment, "review")) {
    if (!before || review.state === before.state) continue;
    const rows = reviewRows(state, review.id);
    const fits =
      review.state === "approved" || review.state === "approved_with_conditions"
        ? act === "review.approved" &&
          granted.get(review.id)?.state === review.state &&
          state.approval.get(String(data["approval_id"]))?.review_id === review.id
        : review.state === "rejected"
          ? act === "review.rejected" &&
            rows !== null &&
            evaluate(evaluateInput(state, rows, blobs, at)).state === "rejected"
          : review.state === "withdrawn"
            ? act === "review.withdrawn"
            : review.ended_at === null;
    if (!fits) moment.object("ending_unfounded", becomes(before, review));
  }
}

/** A name that the environment protects moves to this version under a valid approval for that environment. */
export function aliasesFounded(moment: Moment, versionId: string): void {
  const { leaf, state } = moment;
  for (const { after: alias } of changes(moment, "alias")) {
    if (alias.version_id !== versionId) continue;
    const protecting = [...state.environment.values()].filter(
      (environment) =>
        environment.workspace_id === alias.workspace_id &&
        environment.protects.some((name) =>
          name.endsWith("*") ? alias.name.startsWith(name.slice(0, -1)) : name === alias.name,
        ),
    );
    for (const environment of protecting) {
      const valid = [...state.approval.values()].some(
        (approval) =>
          approval.version_id === versionId &&
          approval.environment_id === environment.id &&
          approval.state === "valid" &&
          approval.valid_until > leaf.core.claimed_at,
      );
      if (!valid)
        moment.object(
          "alias_unfounded",
          phrase("{alias} in {environment}", { alias: alias.name, environment: environment.key }),
        );
    }
  }
}
