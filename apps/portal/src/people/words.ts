import type { Role } from "@countersign/domain";

/** What a role lets somebody do, in a sentence; the order in which they are offered. */
export const roleSentences: Record<Role, string> = {
  model_owner: "owns models, registers them and answers for conditions",
  developer: "registers versions, submits them and answers findings",
  validator: "reviews independently and recommends",
  model_risk_manager: "accepts and tiers models, suspends them, writes policies",
  approver: "approves or rejects versions",
  deployer: "moves aliases where a policy leaves it to people",
  compliance_officer: "writes policies, suspends models, revokes approvals",
  auditor: "reads everything and exports evidence; changes nothing",
  administrator: "administers people and tokens; approves nothing",
};

export const plainRole = (role: string): string => role.replaceAll("_", " ");
