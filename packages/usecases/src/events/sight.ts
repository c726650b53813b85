import { type Reader, rows, type TrailFilter } from "@countersign/db";
import type { Role } from "@countersign/domain";
import { defaultWorkspace, type KnownActor } from "../kernel/actor.ts";

/** Roles that see what happened to the instance itself, and what was refused to others. */
const overseers: readonly Role[] = ["auditor", "compliance_officer", "model_risk_manager", "administrator"];

/** What of the trail somebody sees: the workspaces in which they hold a role; of the instance's own, all or what they did. */
export async function sightOf(reader: Reader, known: KnownActor): Promise<NonNullable<TrailFilter["sight"]>> {
  const held = known.workspaces.flatMap((workspace) => known.rolesIn(workspace));
  const everywhere = known.rolesIn(defaultWorkspace).includes("administrator");
  return {
    workspaces: everywhere ? (await rows(reader, "workspace", {})).map((workspace) => workspace.id) : known.workspaces,
    instanceOf: held.some((role) => overseers.includes(role)) ? null : (known.personId ?? ""),
  };
}
