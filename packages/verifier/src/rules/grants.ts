import { signingRoles } from "@countersign/policy";
import type { Row } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Detail } from "../detail.ts";
import { administers, becomes, byHand, changes, type Moment } from "./moment.ts";

/** Roles that take two administrators once the instance is live: those that sign, and the administrator's own. */
const double: readonly string[] = [...signingRoles, "administrator"];

/**
 * Every role comes from somebody who might give it: in set-up from one administrator (the first is made with the
 * instance), afterwards roles that sign from two, of whom neither is the person concerned.
 */
export function grantsFounded(moment: Moment): void {
  for (const { after, before } of changes(moment, "role_grant")) {
    const problem = before ? laterProblem(moment, after, before) : firstProblem(moment, after);
    if (problem)
      moment.object(
        "grant_unfounded",
        phrase("{role} for {person}: {problem}", { role: after.role, person: after.person_id, problem }),
      );
  }
}

function firstProblem({ leaf, state, setUpCause }: Moment, grant: Row<"role_grant">): Detail | null {
  const { act, actor, cause } = leaf.core;
  const setup = state.instance.get("instance")?.state === "setup";
  if (grant.state !== "active" && grant.state !== "pending")
    return phrase("it begins as {state}", { state: grant.state });
  if (grant.confirmed_by !== null) return phrase("it is confirmed before it is asked for");
  if (grant.bootstrap !== setup)
    return setup
      ? phrase("it hides that it was granted in set-up")
      : phrase("it claims to be from set-up, which had ended");
  if (grant.granted_by === null)
    return cause === setUpCause && grant.role === "administrator" && actor.kind === "operator"
      ? null
      : phrase("nobody granted it");
  if (actor.person !== grant.granted_by || (actor.kind !== "user" && actor.kind !== "token"))
    return phrase("it was recorded by somebody else than its grantor");
  if (!administers(state, grant.granted_by, grant.workspace_id)) return phrase("its grantor was no administrator");
  const waits = !setup && double.includes(grant.role);
  if (waits && (act !== "role.asked" || grant.state !== "pending")) return phrase("it takes two administrators");
  return null;
}

function laterProblem(moment: Moment, grant: Row<"role_grant">, before: Row<"role_grant">): Detail | null {
  if (grant.state === before.state || grant.state === "revoked") return null;
  if (moment.leaf.core.act !== "role.confirmed" || before.state !== "pending" || grant.state !== "active")
    return becomes(before, grant);
  if (!byHand(moment, grant.confirmed_by)) return phrase("it was confirmed by somebody else than it says");
  if (grant.confirmed_by === grant.granted_by || grant.confirmed_by === grant.person_id)
    return phrase("it was confirmed by one of the two it concerns");
  return administers(moment.state, grant.confirmed_by, grant.workspace_id)
    ? null
    : phrase("whoever confirmed it was no administrator");
}
