import { english, msg, type Say } from "@countersign/words";
import type { DecisionAct } from "./evaluate-input.ts";
import type { Role } from "./types.ts";
import type { TurnAct } from "./verdict.ts";

/** A machine word as words: `model_risk_manager` → `model risk manager`. */
export const plain = (word: string): string => word.replaceAll("_", " ");

/** "1 validator", "2 validators". */
const counted: Record<Role, string> = {
  developer: msg("{n, plural, one {# developer} other {# developers}}"),
  model_owner: msg("{n, plural, one {# model owner} other {# model owners}}"),
  validator: msg("{n, plural, one {# validator} other {# validators}}"),
  approver: msg("{n, plural, one {# approver} other {# approvers}}"),
  model_risk_manager: msg("{n, plural, one {# model risk manager} other {# model risk managers}}"),
  compliance_officer: msg("{n, plural, one {# compliance officer} other {# compliance officers}}"),
  auditor: msg("{n, plural, one {# auditor} other {# auditors}}"),
  administrator: msg("{n, plural, one {# administrator} other {# administrators}}"),
  deployer: msg("{n, plural, one {# deployer} other {# deployers}}"),
};
export const countedRole = (n: number, role: Role, say: Say = english): string => say(counted[role], { n });

/** Somebody who holds a role. */
const somebody: Record<Role, string> = {
  developer: msg("a developer"),
  model_owner: msg("a model owner"),
  validator: msg("a validator"),
  approver: msg("an approver"),
  model_risk_manager: msg("a model risk manager"),
  compliance_officer: msg("a compliance officer"),
  auditor: msg("an auditor"),
  administrator: msg("an administrator"),
  deployer: msg("a deployer"),
};

/** "sealed or closed". */
export const eitherOf = (say: Say, words: readonly string[]): string =>
  words.length === 0 ? "" : words.reduceRight((other, one) => say("{one} or {other}", { one, other }));

/** "an approver or a validator". */
export const anyOf = (roles: readonly Role[], say: Say = english): string =>
  eitherOf(
    say,
    roles.map((role) => say(somebody[role])),
  );

export const actWords: Record<DecisionAct, string> = {
  recommend: msg("recommendation"),
  approve: msg("approval"),
  approve_with_conditions: msg("approval with conditions"),
  request_changes: msg("request for changes"),
  reject: msg("rejection"),
};

/** What a turn asks for, after "asked to". */
export const turnWords: Record<TurnAct, string> = {
  recommend: msg("recommend"),
  approve: msg("approve or reject"),
  approve_with_conditions: msg("approve with the proposed conditions, or reject"),
  request_changes: msg("request changes"),
  propose_conditions: msg("propose conditions"),
  answer_finding: msg("answer the finding"),
  close_finding: msg("verify the answer and close the finding"),
  map_contributor: msg("match the contributor to a person"),
  rerun_check: msg("run the check again"),
  resume_review: msg("open a new round"),
  submit_new_version: msg("submit a new version"),
  submit_again: msg("submit again"),
  tier_model: msg("give the model a tier"),
  accept_model: msg("accept or reject the model"),
  restore_model: msg("restore the model"),
  publish_policy: msg("publish a policy"),
  define_environment: msg("define the environment"),
  meet_condition: msg("meet the condition"),
};
