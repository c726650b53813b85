import { doublyGrantedRoles, plain, roles } from "@countersign/domain";
import { row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { idText } from "../kernel/texts.ts";

/**
 * Grants a role in a workspace. During set-up, and for roles that do not sign, it is in force at once;
 * otherwise it waits for a second administrator.
 */
export const grantRole = command({
  name: "role.grant",
  input: z.strictObject({ personId: idText, role: z.enum(roles), workspaceId: idText.default(defaultWorkspace) }),
  async load(run, input) {
    await run.lock(`person:${input.personId}`);
    const person = await row(run.tx, "person", input.personId);
    const workspace = await row(run.tx, "workspace", input.workspaceId);
    return person && workspace ? { workspaceId: workspace.id, target: person.id, person } : null;
  },
  async run(run, { person, workspaceId }, input) {
    if (person.state !== "active")
      run.refuse({ kind: "wrong_state", what: "person", state: person.state, wanted: ["active"] });
    const [standing] = await rows(run.tx, "role_grant", {
      person_id: person.id,
      workspace_id: workspaceId,
      role: input.role,
      state: ["active", "pending"],
    });
    if (standing)
      run.refuse({
        kind: "already_exists",
        what: { text: msg("a grant of {role}"), values: { role: { text: plain(input.role) } } },
      });
    const instance = await row(run.tx, "instance", "instance");
    const bootstrap = instance?.state === "setup";
    const waits = !bootstrap && doublyGrantedRoles.includes(input.role);
    const id = run.deps.id("grn");
    await run.insert("role_grant", {
      id,
      person_id: person.id,
      workspace_id: workspaceId,
      role: input.role,
      state: waits ? "pending" : "active",
      bootstrap,
      granted_by: run.known.personId,
      confirmed_by: null,
      granted_at: run.at,
      confirmed_at: null,
      ended_at: null,
    });
    run.record(waits ? "role.asked" : "role.granted", `person:${person.id}`);
    return { grantId: id, state: waits ? "pending" : "active" };
  },
});
