import { countDecisions, countSignOffs, decisionReasons } from "./decisions.ts";
import type { ApprovalFact, EvaluateInput } from "./evaluate-input.ts";
import { judgeEvidence } from "./evidence.ts";
import { conditionReasons, findingReasons } from "./obligations.ts";
import type { Reason } from "./reasons.ts";
import { settingReasons } from "./setting.ts";
import { isInstant, isPast } from "./time.ts";
import { turnsOf } from "./turns.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Whether a version is approved for an environment, and what stands in the way: one implementation for server, notary
 * and verifier. Total and pure; everything that is absent, unknown or unreadable is a reason against.
 */
export function evaluate(input: EvaluateInput): Verdict {
  const { policy } = input;
  const setting = settingReasons(input);
  if (!policy)
    return {
      state: "not_approved",
      reasons: setting,
      signOffs: [],
      missing: [],
      turns: turnsOf(setting, null),
      checks: [],
      decisions: [],
    };
  const evidence = judgeEvidence(policy, input);
  const decisions = countDecisions(policy, input);
  const signOffs = countSignOffs(policy, decisions);
  const missing = signOffs.filter(({ have, need }) => have < need);
  const ofPeople = decisionReasons(decisions, missing);
  const reasons = [
    ...ofPeople.filter((reason) => reason.kind === "rejected"),
    ...setting,
    ...evidence.reasons,
    ...findingReasons(input.findings),
    ...conditionReasons(policy, evidence.needCondition, input),
    ...ofPeople.filter((reason) => reason.kind !== "rejected"),
    ...approvalReasons(input),
  ];
  const state = reasons.some((reason) => reason.kind === "rejected")
    ? "rejected"
    : reasons.length > 0
      ? "not_approved"
      : input.conditions
        ? "approved_with_conditions"
        : "approved";
  const asked = state === "not_approved" ? turnsOf(reasons, policy) : [];
  const turns = asked.map((turn) =>
    turn.act === "approve" && input.conditions ? { ...turn, act: "approve_with_conditions" as const } : turn,
  );
  return { state, reasons, signOffs, missing, turns, checks: evidence.checks, decisions };
}

function approvalReasons({ approval, review, at }: EvaluateInput): Reason[] {
  if (approval) return standing(approval, at);
  return review.state === "approved" || review.state === "approved_with_conditions" ? [{ kind: "approval_none" }] : [];
}

/** Why an approval does not hold at a moment. Expired is denied from the moment itself, not from the mark that says so. */
export function standing({ state, validUntil }: ApprovalFact, at: string): Reason[] {
  if (!isInstant(validUntil)) return [{ kind: "unreadable_time", field: "validUntil" }];
  if (state === "expired") return [{ kind: "approval_expired", validUntil }];
  if (state !== "valid") return [{ kind: "approval_ended", state }];
  return isPast(validUntil, at) ? [{ kind: "approval_expired", validUntil }] : [];
}
