import { sql } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { emailText, lineText } from "../kernel/texts.ts";
import { takeLink } from "../people/links.ts";
import { hashPassword } from "../people/password.ts";

/** The first administrator, through the one-time link: makes the instance, the default workspace and its administrator. */
export const setUp = command({
  name: "instance.set_up",
  input: z.strictObject({
    link: z.string().max(200),
    origin: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,199}$/, msg("is not a host name")),
    name: lineText(200),
    email: emailText,
    password: z.string().min(12).max(256),
    /** Title of the default workspace. */
    workspace: lineText(200).default("Default"),
  }),
  load: async () => ({ workspaceId: null }),
  async run(run, _scope, input) {
    const link = await takeLink(run.tx.db, "set_up", input.link);
    if (!link) run.refuse({ kind: "not_found", what: msg("the set-up link: it has been used or has expired") });
    const exists = await run.tx.db.execute(sql`select 1 from gov.instance`);
    if (exists.rows.length > 0) run.refuse({ kind: "seed_closed" });
    const person = run.deps.id("usr");
    await run.insert("instance", {
      id: "instance",
      state: "setup",
      origin: input.origin,
      created_at: run.at,
      live_at: null,
    });
    run.record("instance.set_up", "instance:instance");
    await run.insert("workspace", {
      id: defaultWorkspace,
      key: "default",
      title: input.workspace,
      practice: false,
      created_at: run.at,
    });
    run.record("workspace.defined", `workspace:${defaultWorkspace}`);
    await run.insert("person", {
      id: person,
      state: "active",
      name: await run.hide("name", input.name),
      email: await run.hide("email", input.email),
      created_at: run.at,
    });
    run.record("person.added", `person:${person}`);
    await run.insert("role_grant", {
      id: run.deps.id("grn"),
      person_id: person,
      workspace_id: defaultWorkspace,
      role: "administrator",
      state: "active",
      bootstrap: true,
      granted_by: null,
      confirmed_by: null,
      granted_at: run.at,
      confirmed_at: null,
      ended_at: null,
    });
    run.record("role.granted", `person:${person}`);
    const passwordHash = await hashPassword(input.password);
    await run.tx.db.execute(
      sql`insert into ops.account (person_id, email, password_hash, password_set_at) values (${person}, ${input.email}, ${passwordHash}, clock_timestamp())`,
    );
    return { personId: person };
  },
});
