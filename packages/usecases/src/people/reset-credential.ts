import { row, rows, sql } from "@countersign/db";
import { doublyGrantedRoles, type Role } from "@countersign/domain";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { personOf } from "../kernel/person.ts";
import { idText } from "../kernel/texts.ts";
import { makeLink } from "./links.ts";

/**
 * Issues a one-time link for a new password. For somebody who holds a role that signs, or administers,
 * the first call only asks; the call of a second administrator issues the link.
 */
export const resetCredential = command({
  name: "credential.reset",
  shownOnce: ["link"],
  input: z.strictObject({ personId: idText }),
  async load(run, input) {
    await run.lock(`person:${input.personId}`);
    const person = await row(run.tx, "person", input.personId);
    return person ? { workspaceId: defaultWorkspace, target: person.id, person } : null;
  },
  async run(run, { person }) {
    const by = personOf(run);
    if (person.state !== "active")
      run.refuse({ kind: "wrong_state", what: "person", state: person.state, wanted: ["active"] });
    const grants = await rows(run.tx, "role_grant", { person_id: person.id, state: "active" });
    const signs = grants.some((grant) => doublyGrantedRoles.includes(grant.role as Role));
    const asked = await run.tx.db.execute<{ id: string; asked_by: string }>(sql`
      select id, asked_by from ops.credential_reset where person_id = ${person.id} and confirmed_by is null
      and asked_by <> ${by} and exists (select 1 from gov.role_grant g where g.person_id = asked_by and g.role = 'administrator' and g.state = 'active') and at > clock_timestamp() - interval '24 hours' order by at desc limit 1`);
    const first = asked.rows[0];
    if (signs && (!first || by === person.id)) {
      await run.tx.db.execute(
        sql`insert into ops.credential_reset (id, person_id, asked_by) values (${run.deps.id("rst")}, ${person.id}, ${by})`,
      );
      run.record("credential.reset", `person:${person.id}`, { person_id: person.id, asked_by: by, confirmed_by: null });
      return { link: null, waitsFor: "a second administrator" };
    }
    if (first)
      await run.tx.db.execute(sql`update ops.credential_reset set confirmed_by = ${by} where id = ${first.id}`);
    run.record("credential.reset", `person:${person.id}`, {
      person_id: person.id,
      asked_by: first?.asked_by ?? by,
      confirmed_by: by,
    });
    return { link: await makeLink(run.tx.db, "password", person.id, 24), waitsFor: null };
  },
});
