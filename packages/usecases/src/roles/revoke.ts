import { row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { idText } from "../kernel/texts.ts";

/** Ends a grant at once. Signatures given under it stay in the record; they no longer count towards an open quorum. */
export const revokeRole = command({
  name: "role.revoke",
  input: z.strictObject({ grantId: idText }),
  async load(run, input) {
    const grant = await row(run.tx, "role_grant", input.grantId);
    if (!grant) return null;
    await run.endsPowerOf(grant.person_id);
    await run.lock(`person:${grant.person_id}`);
    const now = await row(run.tx, "role_grant", input.grantId);
    return now ? { workspaceId: now.workspace_id, target: now.id, grant: now } : null;
  },
  async run(run, { grant }) {
    if (grant.state === "revoked")
      run.refuse({ kind: "wrong_state", what: "grant", state: grant.state, wanted: ["active", "pending"] });
    if (grant.role === "administrator" && grant.state === "active" && grant.workspace_id === defaultWorkspace) {
      await run.lock(`workspace:${defaultWorkspace}`);
      const others = await rows(run.tx, "role_grant", {
        role: "administrator",
        state: "active",
        workspace_id: defaultWorkspace,
      });
      if (others.length <= 1)
        run.refuse({
          kind: "needs_second_person",
          why: msg("This is the only administrator. Make another one first."),
        });
    }
    await run.update("role_grant", grant.id, { state: "revoked", ended_at: run.at }, { state: grant.state });
    run.record("role.revoked", `person:${grant.person_id}`);
    return { grantId: grant.id, state: "revoked" };
  },
});
