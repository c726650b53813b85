import { sql } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { emailText, lineText } from "../kernel/texts.ts";
import { makeLink } from "./links.ts";
import { hashPassword } from "./password.ts";

/**
 * Adds a person. Without `initialPassword` the answer carries a one-time link secret to set one, valid for 72 hours.
 * An initial password is accepted during set-up only.
 */
export const invitePerson = command({
  name: "person.invite",
  shownOnce: ["link"],
  input: z.strictObject({
    name: lineText(200),
    email: emailText,
    initialPassword: z.string().min(12).max(256).optional(),
  }),
  load: async () => ({ workspaceId: defaultWorkspace }),
  async run(run, _scope, input) {
    const taken = await run.tx.db.execute(sql`select 1 from ops.account where email = ${input.email}`);
    if (taken.rows.length > 0)
      run.refuse({
        kind: "already_exists",
        what: { text: msg("a person with the address {email}"), values: { email: input.email } },
      });
    const instance = await run.tx.db.execute<{ state: string }>(sql`select state from gov.instance`);
    if (input.initialPassword && instance.rows[0]?.state !== "setup") run.refuse({ kind: "seed_closed" });
    const id = run.deps.id("usr");
    await run.insert("person", {
      id,
      state: "active",
      name: await run.hide("name", input.name),
      email: await run.hide("email", input.email),
      created_at: run.at,
    });
    run.record("person.added", `person:${id}`);
    const passwordHash = input.initialPassword ? await hashPassword(input.initialPassword) : null;
    await run.tx.db.execute(
      sql`insert into ops.account (person_id, email, password_hash) values (${id}, ${input.email}, ${passwordHash})`,
    );
    const link = input.initialPassword ? null : await makeLink(run.tx.db, "password", id, 72);
    return { personId: id, link };
  },
});
