import { type Reader, rows, sql } from "@countersign/db";
import { isPermitted, overseers, type PersonListItem, type Role } from "@countersign/domain";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { sightOf } from "../events/sight.ts";
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
    const roles = known.rolesIn(defaultWorkspace);
    const signedIn =
      roles.includes("administrator") || roles.includes("auditor") ? await lastSignedIn(reader) : undefined;
    const signatures = await signaturesOf(reader, (await sightOf(reader, known)).workspaces);
    return people.map((person) => ({
      id: person.id,
      name: texts.text(person.name),
      email: texts.text(person.email),
      state: person.state,
      practisedAt: practised.get(person.id) ?? null,
      ...(signedIn && { signedIn: signedIn.get(person.id) ?? null }),
      signatures: signatures.get(person.id) ?? 0,
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

/** When each person last opened a session, in a browser or a terminal. A session that is over still tells. */
async function lastSignedIn({ db }: Reader): Promise<Map<string, string>> {
  const found = await db.execute<{ person: string; at: string }>(sql`
    select person_id as person, to_char(max(created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from ops.session group by person_id`);
  return new Map(found.rows.map(({ person, at }) => [person, at]));
}

/** How many decisions each person has signed in these workspaces. */
async function signaturesOf({ db }: Reader, workspaces: string[]): Promise<Map<string, number>> {
  const found = await db.execute<{ person: string; n: string }>(sql`
    select d.person_id as person, count(*) as n from gov.decision d join gov.review r on r.id = d.review_id
    where r.workspace_id = any (${sql.param(workspaces)}::text[]) group by d.person_id`);
  return new Map(found.rows.map(({ person, n }) => [person, Number(n)]));
}
