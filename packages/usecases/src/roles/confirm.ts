import { row } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";

/** A second administrator, neither the one who asked nor the person concerned, puts a grant into force. */
export const confirmRole = command({
  name: "role.confirm",
  input: z.strictObject({ grantId: idText }),
  async load(run, input) {
    const grant = await row(run.tx, "role_grant", input.grantId);
    if (!grant) return null;
    await run.lock(`person:${grant.person_id}`);
    const now = await row(run.tx, "role_grant", input.grantId);
    return now ? { workspaceId: now.workspace_id, target: now.id, grant: now } : null;
  },
  async run(run, { grant }) {
    if (grant.state !== "pending")
      run.refuse({ kind: "wrong_state", what: "grant", state: grant.state, wanted: ["pending"] });
    if (grant.granted_by === run.known.personId || grant.person_id === run.known.personId) {
      run.refuse({
        kind: "needs_second_person",
        why: msg("Whoever asked for the grant, or receives it, cannot confirm it."),
      });
    }
    await run.update(
      "role_grant",
      grant.id,
      { state: "active", confirmed_by: run.known.personId, confirmed_at: run.at },
      { state: "pending" },
    );
    run.record("role.confirmed", `person:${grant.person_id}`);
    return { grantId: grant.id, state: "active" };
  },
});
