import { row, rows, sql } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { idText } from "../kernel/texts.ts";
import { revokeSessions } from "./sessions.ts";

/** Ends a person's access: sessions at once, grants, tokens they own. What they did stays in the record. */
export const deactivatePerson = command({
  name: "person.deactivate",
  input: z.strictObject({ personId: idText }),
  async load(run, input) {
    if (input.personId !== run.known.personId) await run.endsPowerOf(input.personId);
    await run.lock(`person:${input.personId}`);
    const person = await row(run.tx, "person", input.personId);
    return person ? { workspaceId: defaultWorkspace, target: person.id, person } : null;
  },
  async run(run, { person }) {
    if (person.state !== "active") run.refuse({ kind: "wrong_state", what: "person", state: person.state, wanted: ["active"] });
    if (person.id === run.known.personId) run.refuse({ kind: "needs_second_person", why: "Nobody deactivates themselves." });
    await run.lock(`workspace:${defaultWorkspace}`);
    const administrators = await rows(run.tx, "role_grant", { role: "administrator", state: "active", workspace_id: defaultWorkspace });
    if (administrators.every((grant) => grant.person_id === person.id)) {
      run.refuse({ kind: "needs_second_person", why: "This is the only administrator. Make another one first." });
    }
    await run.update("person", person.id, { state: "deactivated" }, { state: "active" });
    for (const grant of await rows(run.tx, "role_grant", { person_id: person.id, state: ["active", "pending"] })) {
      await run.update("role_grant", grant.id, { state: "revoked", ended_at: run.at }, { state: grant.state });
    }
    run.record("person.deactivated", `person:${person.id}`);
    for (const token of await rows(run.tx, "token", { owner_id: person.id, state: "active" })) {
      await run.update("token", token.id, { state: "revoked", ended_at: run.at }, { state: "active" });
      run.record("token.revoked", `token:${token.id}`);
    }
    await revokeSessions(run.tx.db, person.id);
    await run.tx.db.execute(sql`update ops.account set password_hash = null where person_id = ${person.id}`);
    return { personId: person.id };
  },
});
