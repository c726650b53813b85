import "server-only";
import { type MeView, overseers, permissions, practisingRoles, type Role, type RoleHolders } from "@countersign/domain";
import { forbidden } from "next/navigation";
import { cache } from "react";
import { api } from "./caller.ts";

/** Places that everybody may know of, and the roles that open them. */
const places = {
  people: { path: "/people", roles: overseers },
  practice: { path: "/practice", roles: practisingRoles },
  "policy-draft": { path: "/policies", roles: permissions["policy.publish"].roles },
} as const satisfies Record<string, { path: string; roles: readonly Role[] }>;
export type Place = keyof typeof places;

/** A place that is closed to somebody: what would open it, and whom to ask. */
export interface Closed extends MeView, RoleHolders {
  opens: readonly Role[];
  /** Where it is, without the host. */
  path: string;
}

/** Why a place is closed to this request's person; null: it is open to them. Asked once for a page and for its refusal. */
export const closedTo = cache(async (place: Place): Promise<Closed | null> => {
  const { path, roles: opens } = places[place];
  const caller = await api(path);
  const me = await caller.me({});
  if (me.roles.some((role) => (opens as readonly Role[]).includes(role))) return null;
  return { ...me, ...(await caller.role.holders({ roles: [...opens] })), opens, path };
});

/** Goes on where a place is open, else shows `forbidden.tsx` beside the page, with status 403. */
export async function requireAccess(place: Place): Promise<void> {
  if (await closedTo(place)) forbidden();
}
