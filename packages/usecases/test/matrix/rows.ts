import type { RefusalKind, Role } from "@countersign/domain";
import type { Name } from "@countersign/testing";
import type { Given } from "../support/scenes.ts";

/** Who gives a command, written by hand and compared with what happens: nobody else may. */
export interface Row {
  /** Roles whose holders carry it out, as people. */
  people: Role[];
  /** Roles with which a token carries it out. */
  tokens?: Role[];
  /** Kinds of actor besides. */
  job?: true;
  operator?: true;
  /** Roles that may give it, but are refused by a rule in this scene. */
  but?: Partial<Record<Role, RefusalKind>>;
  /** What everybody meets who may give it: a live instance is not set up again. */
  always?: RefusalKind;
  /** What somebody meets who holds the role and helped to build the version, or is otherwise on both sides. */
  own?: [Name, RefusalKind][];
}

const builders: Role[] = ["developer", "model_owner"];
const administrator: Role[] = ["administrator"];
const everybody: Role[] = [
  "model_owner",
  "developer",
  "validator",
  "model_risk_manager",
  "approver",
  "deployer",
  "compliance_officer",
  "auditor",
  "administrator",
];
/** Roles that a token can hold. */
export const tokenRoles: Role[] = [
  "model_owner",
  "developer",
  "deployer",
  "compliance_officer",
  "auditor",
  "administrator",
];
const notAsked = "not_eligible";

export const matrix: Record<Given, Row> = {
  "instance.set_up": { people: [], operator: true, always: "seed_closed" },
  "instance.go_live": { people: administrator, tokens: administrator, operator: true, always: "wrong_state" },
  "person.invite": { people: administrator, tokens: administrator },
  "person.rename": { people: administrator },
  "person.deactivate": { people: administrator, tokens: administrator },
  "credential.reset": { people: administrator },
  "role.grant": { people: administrator, tokens: administrator },
  "role.confirm": { people: administrator, own: [["marcus", "needs_second_person"]] },
  "role.revoke": { people: administrator, tokens: administrator },
  "workspace.define": { people: administrator, tokens: administrator },
  "environment.define": { people: administrator, tokens: administrator },
  "token.create": { people: administrator, tokens: administrator },
  "token.rotate": { people: administrator, tokens: administrator },
  "token.revoke": { people: administrator, tokens: administrator },
  "model.register": { people: [...builders, "model_risk_manager"], tokens: builders },
  "model.accept": { people: ["model_risk_manager"] },
  "model.reject": { people: ["model_risk_manager"] },
  "model.edit": { people: ["model_owner", "model_risk_manager"], tokens: ["model_owner"] },
  "model.tier": { people: ["model_risk_manager"] },
  "model.suspend": { people: ["model_risk_manager", "compliance_officer"], tokens: ["compliance_officer"] },
  "model.restore": { people: ["model_risk_manager"] },
  "version.draft": { people: builders, tokens: builders },
  "version.attach": { people: builders, tokens: builders },
  "version.submit": { people: builders, tokens: builders },
  "version.annotate": { people: builders, tokens: builders },
  "contributor.map": { people: ["model_risk_manager"] },
  "check.rerun": { people: [...builders, "validator", "model_risk_manager"], tokens: builders },
  "check.record": { people: [], job: true },
  "review.seal": { people: [], job: true },
  "review.mark": { people: ["model_owner", "validator", "model_risk_manager", "approver", "compliance_officer"] },
  "review.comment": {
    people: ["developer", "model_owner", "validator", "model_risk_manager", "approver", "compliance_officer"],
  },
  "review.assign": { people: ["model_risk_manager"], own: [["sofia", "own_work"]] },
  "review.unassign": { people: ["model_risk_manager"], own: [["sofia", "own_work"]] },
  "finding.raise": { people: ["validator", "model_risk_manager", "approver"] },
  "finding.answer": { people: builders },
  "finding.close": {
    people: ["validator", "model_risk_manager"],
    own: [
      ["liwei", "own_work"],
      ["sofia", "own_work"],
    ],
  },
  "condition.propose": {
    people: ["validator", "model_risk_manager", "approver"],
    own: [
      ["liwei", "own_work"],
      ["sofia", "own_work"],
      ["priya", "own_work"],
    ],
  },
  "condition.give_evidence": {
    people: [
      "developer",
      "deployer",
      "model_owner",
      "validator",
      "model_risk_manager",
      "approver",
      "compliance_officer",
    ],
  },
  "condition.accept": { people: ["validator", "model_risk_manager"], own: [["sofia", "own_work"]] },
  "review.recommend": {
    people: ["validator"],
    own: [["liwei", "own_work"]],
    but: { model_owner: notAsked, model_risk_manager: notAsked, approver: notAsked, compliance_officer: notAsked },
  },
  "review.decide": {
    people: ["approver"],
    own: [
      ["priya", "own_work"],
      ["daniel", "own_work"],
      ["ada", "own_work"],
    ],
    but: { model_owner: notAsked, model_risk_manager: notAsked, validator: notAsked, compliance_officer: notAsked },
  },
  "review.request_changes": {
    people: ["validator", "approver"],
    own: [
      ["liwei", "own_work"],
      ["priya", "own_work"],
    ],
    but: { model_owner: notAsked, model_risk_manager: notAsked, compliance_officer: notAsked },
  },
  "decision.withdraw": {
    people: ["validator", "approver"],
    but: { model_owner: "not_found", model_risk_manager: "not_found", compliance_officer: "not_found" },
  },
  "review.withdraw": { people: [...builders, "model_risk_manager"], tokens: builders },
  "review.resume": { people: builders, tokens: builders },
  "approval.revoke": { people: ["model_risk_manager", "approver", "compliance_officer"] },
  "approval.expire": { people: [], job: true, always: "wrong_state" },
  "alias.promote": { people: ["deployer"], tokens: ["deployer"] },
  "alias.roll_back": { people: ["deployer", "model_risk_manager"], tokens: ["deployer"] },
  "policy.publish": { people: ["model_risk_manager", "compliance_officer"], tokens: ["compliance_officer"] },
  "policy.confirm": { people: ["model_risk_manager", "compliance_officer"] },
  "evidence.export": { people: everybody, tokens: tokenRoles },
  "event.list": { people: everybody, tokens: tokenRoles },
};
