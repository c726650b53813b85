import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ActorKind,
  type CommandName,
  commandNames,
  doublyGrantedRoles,
  isPermitted,
  permissions,
  type Role,
  roles,
  signedCommands,
  signingRoles,
} from "../src/index.ts";

const kinds: ActorKind[] = ["user", "token", "job", "operator"];
const command = fc.constantFrom(...commandNames);
const kind = fc.constantFrom(...kinds);
const held = fc.uniqueArray(fc.constantFrom(...roles));
const actorsOf = (name: CommandName): readonly string[] => permissions[name].actors;

test("one more role never takes a permission away, one less never gives one", () => {
  fc.assert(
    fc.property(command, kind, held, fc.constantFrom(...roles), (name, as, before, more) => {
      if (isPermitted(name, as, before)) expect(isPermitted(name, as, [...before, more])).toBe(true);
      const fewer = before.filter((role) => role !== more);
      if (!isPermitted(name, as, before)) expect(isPermitted(name, as, fewer)).toBe(false);
    }),
  );
});

test("a person or token without any role may do nothing", () => {
  for (const name of commandNames)
    for (const as of ["user", "token"] as const) expect(isPermitted(name, as, [])).toBe(false);
});

describe("who may never", () => {
  test("a token, a job, an operator never sign and never confirm", () => {
    for (const name of signedCommands) expect(actorsOf(name)).toEqual(["user"]);
  });

  test("an administrator decides nothing: no approval, no recommendation, no policy, no tier, no condition, no finding", () => {
    const reach = commandNames.filter((name) => isPermitted(name, "user", ["administrator"]));
    expect(
      reach.filter((name) =>
        /^(review|decision|policy|condition|finding|check|contributor|approval|alias|model|version)\./.test(name),
      ),
    ).toEqual([]);
  });

  test("an auditor changes nothing", () => {
    expect(commandNames.filter((name) => isPermitted(name, "user", ["auditor"]))).toEqual([
      "evidence.export",
      "event.list",
      "gate.ask",
    ]);
  });

  test("whoever builds does not decide: a developer signs nothing, revokes nothing, publishes nothing", () => {
    expect(
      commandNames
        .filter((name) => isPermitted(name, "user", ["developer"]))
        .filter((name) => (signedCommands as readonly string[]).includes(name)),
    ).toEqual([]);
    expect(isPermitted("policy.publish", "user", ["developer"])).toBe(false);
  });

  test("results and seals come from jobs alone, and a job does nothing else", () => {
    expect(commandNames.filter((name) => actorsOf(name).includes("job"))).toEqual([
      "check.record",
      "review.seal",
      "approval.expire",
    ]);
    for (const name of ["check.record", "review.seal", "approval.expire"] as const)
      expect(actorsOf(name)).toEqual(["job"]);
  });

  test("roles, credentials and confirmations of people are a person's to confirm", () => {
    for (const name of ["role.confirm", "credential.reset", "policy.confirm"] as const)
      expect(actorsOf(name)).toEqual(["user"]);
  });
});

// Every cell is asked, not a sample: three commands of jobs among all others are easily missed by chance.
test("an actor of another kind than the command is for gives it with no role, and the system needs none", () => {
  for (const name of commandNames)
    for (const as of kinds)
      for (const holds of [[], [...roles], ...roles.map((role) => [role])]) {
        const asked = permissions[name].roles as readonly string[];
        const withoutRole = as === "job" || as === "operator";
        const expected = actorsOf(name).includes(as) && (withoutRole || holds.some((role) => asked.includes(role)));
        expect(isPermitted(name, as, holds), `${name} by ${as} with ${holds.join()}`).toBe(expected);
      }
});

test("what a person signs or confirms, and whose grant takes two administrators, is written down once and in full", () => {
  expect(signedCommands).toEqual([
    "review.recommend",
    "review.decide",
    "review.request_changes",
    "decision.withdraw",
    "approval.revoke",
    "policy.confirm",
    "role.confirm",
  ]);
  expect(doublyGrantedRoles.toSorted()).toEqual([
    "administrator",
    "approver",
    "compliance_officer",
    "model_owner",
    "model_risk_manager",
    "validator",
  ]);
});

test("every role that a policy may ask for a signature can sign, and no other can", () => {
  const sign = (role: Role) => isPermitted("review.decide", "user", [role]);
  expect(roles.filter(sign)).toEqual([...signingRoles]);
  expect(roles.filter((role) => isPermitted("review.recommend", "user", [role]))).toEqual([...signingRoles]);
});

test("every command says who may give it, without repeating itself", () => {
  for (const name of commandNames) {
    const { roles: allowed, actors } = permissions[name];
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
    expect(actors.length).toBeGreaterThan(0);
    expect(new Set(allowed).size).toBe(allowed.length);
    const asksForRole = actorsOf(name).some((actor) => actor === "user" || actor === "token");
    expect(allowed.length > 0).toBe(asksForRole);
  }
});
