import { type Role, roles, signingRoles } from "@countersign/policy";

export type ActorKind = "user" | "token" | "job" | "operator";

export interface Permission {
  /** Roles of which the actor must hold one in the workspace of the act. Empty: no role is asked (job, operator). */
  roles: readonly Role[];
  actors: readonly ActorKind[];
}

const person: readonly ActorKind[] = ["user"];
const personOrToken: readonly ActorKind[] = ["user", "token"];
const by = (actors: readonly ActorKind[], ...held: readonly Role[]): Permission => ({ actors, roles: held });
const job: Permission = { actors: ["job"], roles: [] };
/** First line: the people and CI accounts who build. */
const builders = ["developer", "model_owner"] as const;

/**
 * Every command, with who may give it. What an actor may do to one particular review (own work, capacity, turn) is
 * decided by `mayDecide`. Tokens never sign and never confirm; an administrator administers and approves nothing.
 */
export const permissions = {
  "instance.set_up": by(["operator"]),
  "instance.go_live": by(["user", "token", "operator"], "administrator"),
  "person.invite": by(personOrToken, "administrator"),
  "person.deactivate": by(personOrToken, "administrator"),
  "person.rename": by(person, "administrator"),
  "role.grant": by(personOrToken, "administrator"),
  "role.confirm": by(person, "administrator"),
  "role.revoke": by(personOrToken, "administrator"),
  "credential.reset": by(person, "administrator"),
  "workspace.define": by(personOrToken, "administrator"),
  "environment.define": by(personOrToken, "administrator"),
  "token.create": by(personOrToken, "administrator"),
  "token.rotate": by(personOrToken, "administrator"),
  "token.revoke": by(personOrToken, "administrator"),
  "model.register": by(personOrToken, ...builders, "model_risk_manager"),
  "model.accept": by(person, "model_risk_manager"),
  "model.reject": by(person, "model_risk_manager"),
  "model.edit": by(personOrToken, "model_owner", "model_risk_manager"),
  "model.tier": by(person, "model_risk_manager"),
  "model.suspend": by(personOrToken, "model_risk_manager", "compliance_officer"),
  "model.restore": by(person, "model_risk_manager"),
  "version.draft": by(personOrToken, ...builders),
  "version.attach": by(personOrToken, ...builders),
  "version.submit": by(personOrToken, ...builders),
  "version.annotate": by(personOrToken, ...builders),
  "contributor.map": by(person, "model_risk_manager"),
  "check.rerun": by(personOrToken, ...builders, "validator", "model_risk_manager"),
  "check.record": job,
  "review.seal": job,
  "review.mark": by(person, ...signingRoles),
  "review.comment": by(person, "developer", ...signingRoles),
  "review.assign": by(person, ...signingRoles),
  "review.unassign": by(person, ...signingRoles),
  "finding.raise": by(person, "validator", "model_risk_manager", "approver"),
  "finding.answer": by(person, ...builders),
  "finding.close": by(person, "validator", "model_risk_manager"),
  "condition.propose": by(person, "validator", "model_risk_manager", "approver"),
  "review.recommend": by(person, ...signingRoles),
  "review.decide": by(person, ...signingRoles),
  "review.request_changes": by(person, ...signingRoles),
  "decision.withdraw": by(person, ...signingRoles),
  "review.withdraw": by(personOrToken, ...builders, "model_risk_manager"),
  "review.resume": by(personOrToken, ...builders),
  "condition.give_evidence": by(person, "developer", "deployer", ...signingRoles),
  "condition.accept": by(person, "validator", "model_risk_manager"),
  "approval.revoke": by(person, "model_risk_manager", "approver", "compliance_officer"),
  "approval.expire": job,
  "alias.promote": by(personOrToken, "deployer"),
  "alias.roll_back": by(personOrToken, "deployer", "model_risk_manager"),
  "policy.publish": by(personOrToken, "model_risk_manager", "compliance_officer"),
  "policy.confirm": by(person, "model_risk_manager", "compliance_officer"),
  "evidence.export": by(personOrToken, ...roles),
  "event.list": by(personOrToken, ...roles),
  "gate.ask": by(personOrToken, ...roles),
} as const satisfies Record<string, Permission>;

export type CommandName = keyof typeof permissions;
export const commandNames = Object.keys(permissions) as CommandName[];

/** Commands that are a person's signature or confirmation: no token, job or operator may ever give them. */
export const signedCommands = [
  "review.recommend",
  "review.decide",
  "review.request_changes",
  "decision.withdraw",
  "approval.revoke",
  "policy.confirm",
  "role.confirm",
] as const satisfies readonly CommandName[];

/** Roles that a token may hold, the narrowest first. Whatever it holds, a token signs nothing (`signedCommands`). */
export const tokenRoles = [
  "developer",
  "deployer",
  "auditor",
  "model_owner",
  "compliance_officer",
  "administrator",
] as const satisfies readonly Role[];
export type TokenRole = (typeof tokenRoles)[number];

/** Roles that read who holds which role. */
export const overseers = [
  "administrator",
  "auditor",
  "model_risk_manager",
  "compliance_officer",
] as const satisfies readonly Role[];

/** Who judges what others built, and so may practise it. Who holds several practises the first. */
export const practisingRoles = [
  "validator",
  "approver",
  "model_risk_manager",
  "compliance_officer",
] as const satisfies readonly (typeof signingRoles)[number][];

/** Roles whose grant, and whose holder's reset of credentials, takes two administrators once the instance is live. */
export const doublyGrantedRoles: readonly Role[] = [...signingRoles, "administrator"];

/** Whether an actor of a kind with these roles may give a command at all. */
export function isPermitted(name: CommandName, kind: ActorKind, held: Iterable<Role>): boolean {
  const permission: Permission = permissions[name];
  if (!permission.actors.includes(kind)) return false;
  if (kind === "job" || kind === "operator") return true;
  for (const role of held) if (permission.roles.includes(role)) return true;
  return false;
}
