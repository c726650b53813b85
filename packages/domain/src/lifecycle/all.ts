import * as admin from "./administration.ts";
import { approvalMoves, approvalStates } from "./approval.ts";
import { conditionMoves, conditionSetMoves, conditionSetStates, conditionStates } from "./condition.ts";
import { findingMoves, findingStates } from "./finding.ts";
import { modelMoves, modelStates } from "./model.ts";
import type { Lifecycle, Moves } from "./move.ts";
import { reviewMoves, reviewStates } from "./review.ts";
import { checkRunMoves, checkRunStates, decisionMoves, decisionStates, roundMoves, roundStates } from "./round.ts";
import { versionMoves, versionStates } from "./version.ts";

const cycle = (
  name: string,
  states: readonly string[],
  terminal: readonly string[],
  moves: Moves,
  initial = states.slice(0, 1),
): Lifecycle => ({ name, states, initial, terminal, moves });

/** Every lifecycle of the product. The states are those that the database's own checks allow. */
export const lifecycles: readonly Lifecycle[] = [
  cycle("model", modelStates, ["retired", "rejected"], modelMoves),
  cycle("version", versionStates, ["retired"], versionMoves),
  cycle("review", reviewStates, ["approved", "approved_with_conditions", "rejected", "withdrawn"], reviewMoves),
  cycle("round", roundStates, ["closed", "superseded"], roundMoves),
  cycle("check_run", checkRunStates, ["superseded"], checkRunMoves),
  cycle("decision", decisionStates, ["superseded", "withdrawn"], decisionMoves),
  cycle("approval", approvalStates, ["stale", "expired", "revoked"], approvalMoves),
  cycle("condition", conditionStates, ["accepted", "superseded"], conditionMoves),
  cycle("condition_set", conditionSetStates, ["adopted", "superseded"], conditionSetMoves),
  cycle("finding", findingStates, ["closed"], findingMoves),
  cycle("instance", admin.instanceStates, ["live"], admin.instanceMoves),
  cycle("person", admin.personStates, ["deactivated"], admin.personMoves),
  cycle("role_grant", admin.grantStates, ["revoked"], admin.grantMoves, ["pending", "active"]),
  cycle("token", admin.tokenStates, ["revoked"], admin.tokenMoves),
  cycle("policy_revision", admin.policyRevisionStates, ["superseded", "withdrawn"], admin.policyRevisionMoves),
];
