import type { DecisionAct } from "./evaluate-input.ts";
import type { Role } from "./types.ts";
import type { TurnAct } from "./verdict.ts";

/** A machine word as words: `model_risk_manager` → `model risk manager`. */
export const plain = (word: string): string => word.replaceAll("_", " ");

export const roleWords = (count: number, role: Role): string => {
  const words = plain(role);
  return count === 1 ? words : words.endsWith("y") ? `${words.slice(0, -1)}ies` : `${words}s`;
};

export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;

/** "an approver or a validator". */
export const anyOf = (roles: readonly Role[]): string => roles.map((role) => withArticle(plain(role))).join(" or ");

export const actWords: Record<DecisionAct, string> = {
  recommend: "recommendation",
  approve: "approval",
  approve_with_conditions: "approval with conditions",
  request_changes: "request for changes",
  reject: "rejection",
};

/** What a turn asks for, after "asked to". */
export const turnWords: Record<TurnAct, string> = {
  recommend: "recommend",
  approve: "approve or reject",
  approve_with_conditions: "approve with the proposed conditions, or reject",
  request_changes: "request changes",
  propose_conditions: "propose conditions",
  answer_finding: "answer the finding",
  close_finding: "verify the answer and close the finding",
  map_contributor: "match the contributor to a person",
  rerun_check: "run the check again",
  resume_review: "open a new round",
  submit_new_version: "submit a new version",
  submit_again: "submit again",
  tier_model: "give the model a tier",
  accept_model: "accept or reject the model",
  restore_model: "restore the model",
  publish_policy: "publish a policy",
  define_environment: "define the environment",
  meet_condition: "meet the condition",
};
