import fc from "fast-check";
import type { DecisionFact, EvaluateInput, Role, SignOff } from "../src/index.ts";
import { approvable, approvableWithConditions, conditionsSha, evidence, policy } from "./build.ts";

export const people = ["vera", "ada", "ben", "carl", "dora", "tomas"];
export const person = fc.constantFrom(...people);
export const role = fc.constantFrom<Role>("validator", "approver", "model_risk_manager", "administrator", "developer");
export const decision = fc.record<DecisionFact>({
  person,
  role,
  act: fc.constantFrom("recommend", "approve", "approve_with_conditions", "request_changes", "reject"),
  evidenceSha256: fc.oneof({ weight: 5, arbitrary: fc.constant(evidence) }, fc.constant("f".repeat(64))),
  conditionsSha256: fc.constantFrom(null, null, conditionsSha),
  state: fc.oneof({ weight: 5, arbitrary: fc.constant("valid") }, fc.constantFrom("superseded", "withdrawn")),
});
const signOff = fc.record<SignOff>({
  role: fc.constantFrom("validator", "approver", "model_risk_manager"),
  count: fc.integer({ min: 1, max: 3 }),
  act: fc.constantFrom("recommend", "approve"),
  meaning: fc.constant("I sign."),
});
/** Half of the situations begin from one in good order, so that approvals come up and are then disturbed. */
export const situation = fc
  .record({
    base: fc.constantFrom(approvable(), approvableWithConditions()),
    kept: fc.option(fc.array(fc.nat(2), { maxLength: 3 }), { freq: 1 }),
    noise: fc.array(decision, { maxLength: 5 }),
    signOffs: fc.option(fc.uniqueArray(signOff, { maxLength: 4, selector: (one) => `${one.role} ${one.act}` }), {
      freq: 1,
    }),
    grants: fc.option(fc.dictionary(person, fc.array(role, { maxLength: 3 })), { freq: 1 }),
    active: fc.option(fc.subarray(people), { freq: 1 }),
  })
  .map(({ base, kept, noise, signOffs, grants, active }): EvaluateInput => ({
    ...base,
    policy: policy(signOffs ? { signOffs } : {}),
    decisions: [...base.decisions.filter((_, index) => kept === null || kept.includes(index)), ...noise],
    rolesInForce: grants ?? base.rolesInForce,
    activePeople: active ?? base.activePeople,
  }));
