import type { Role } from "@countersign/domain";
import { msg } from "@countersign/words";

/** What a role lets somebody do, in a sentence; the order in which they are offered. */
export const roleSentences: Record<Role, string> = {
  model_owner: msg("owns models, registers them and answers for conditions"),
  developer: msg("registers versions, submits them and answers findings"),
  validator: msg("reviews independently and recommends"),
  model_risk_manager: msg("accepts and tiers models, suspends them, writes policies"),
  approver: msg("approves or rejects versions"),
  deployer: msg("moves aliases where a policy leaves it to people"),
  compliance_officer: msg("writes policies, suspends models, revokes approvals"),
  auditor: msg("reads everything and exports evidence; changes nothing"),
  administrator: msg("administers people and tokens; approves nothing"),
};
