import { rows } from "@countersign/db";
import { isPermitted, overseers, type PersonListItem, type Role } from "@countersign/domain";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { defineQuery } from "../kernel/query.ts";
import { practisedAt } from "../practice/kept.ts";
import { Disclosed, People } from "./names.ts";

/** People with their roles, and grants that wait for a second administrator. */
export const peopleList = defineQuery({
  name: "people.list",
  input: z.strictObject({}),
  roles: overseers,
  see: async () => ({ workspaceId: defaultWorkspace }),
  async run({ reader, known, say }): Promise<PersonListItem[]> {
    const people = await rows(reader, "person", {}, { order: "created_at" });
    const grants = await rows(reader, "role_grant", { state: ["active", "pending"] });
    const askers = await People.load(
      reader,
      grants.map((grant) => grant.granted_by),
      say,
    );
    const texts = await Disclosed.load(
      reader,
      people.flatMap((person) => [person.name, person.email]),
      say,
    );
    // Whoever grants a role that signs may see that its holder has practised; nobody else, and never how it ended.
    const mayGrant = isPermitted("role.grant", known.actor.kind, known.rolesIn(defaultWorkspace));
    const practised = mayGrant ? await practisedAt(reader.db) : new Map<string, string>();
    return people.map((person) => ({
      id: person.id,
      name: texts.text(person.name),
      email: texts.text(person.email),
      state: person.state,
      practisedAt: practised.get(person.id) ?? null,
      grants: grants
        .filter((grant) => grant.person_id === person.id)
        .map((grant) => ({
          id: grant.id,
          role: grant.role as Role,
          workspaceId: grant.workspace_id,
          state: grant.state,
          askedBy: askers.get(grant.granted_by),
        })),
    }));
  },
});
