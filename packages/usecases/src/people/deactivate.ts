import { row, rows, sql } from "@countersign/db";
import { msg } from "@countersign/words";
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
    if (person.state !== "active")
      run.refuse({ kind: "wrong_state", what: "person", state: person.state, wanted: ["active"] });
    if (person.id === run.known.personId)
      run.refuse({ kind: "needs_second_person", why: msg("Nobody deactivates themselves.") });
    // An administrator remains: the one who does this holds the role until commit, and is not the person concerned.
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
