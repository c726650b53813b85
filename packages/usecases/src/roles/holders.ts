import { rows } from "@countersign/db";
import { type Role, type RoleHolders, roles } from "@countersign/domain";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { type Ask, defineQuery } from "../kernel/query.ts";
import { People } from "../people/names.ts";

/** As many as are named: whoever asks needs somebody to turn to, not the list. */
const most = 5;

/**
 * Whom to ask for what takes one of some roles: holders of one, where the asker holds any role, and the administrators, who
 * grant them, whoever asks.
 */
export const roleHolders = defineQuery({
  name: "role.holders",
  input: z.strictObject({ roles: z.array(z.enum(roles)).max(roles.length) }),
  roles: "none",
  see: async () => ({ workspaceId: null }),
  async run(ask, _seen, input): Promise<RoleHolders> {
    const told = ask.known.workspaces.includes(defaultWorkspace);
    const held = told ? [...(await holding(ask, input.roles))] : [];
    const named = held.slice(0, most);
    const administrators = [...(await holding(ask, ["administrator"])).keys()].slice(0, most);
    const people = await People.load(ask.reader, [...named.map(([id]) => id), ...administrators]);
    return {
      holders: told ? named.map(([id, of]) => ({ person: people.get(id), roles: of })) : null,
      more: held.length - named.length,
      administrators: administrators.map((id) => people.get(id)),
    };
  },
});

/** Who holds one of these roles, and which of them; who has held one longest comes first. */
async function holding({ reader }: Ask, asked: Role[]): Promise<Map<string, Role[]>> {
  const where = { workspace_id: defaultWorkspace, role: asked, state: "active" };
  const held = new Map<string, Role[]>();
  for (const grant of await rows(reader, "role_grant", where, { order: "granted_at" }))
    held.set(grant.person_id, [...(held.get(grant.person_id) ?? []), grant.role as Role]);
  return held;
}
