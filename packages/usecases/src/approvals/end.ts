import { row } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { idText, longText, passwordField } from "../kernel/texts.ts";

async function approvalScope(run: Run, approvalId: string) {
  await run.lock(`approval:${approvalId}`);
  const approval = await row(run.tx, "approval", approvalId);
  const model = approval ? await row(run.tx, "model", approval.model_id) : null;
  return approval && model
    ? { workspaceId: approval.workspace_id, modelKey: model.key, target: approval.id, approval }
    : null;
}

/** Takes an approval back, with the reason. Every gate denies from now on. Signed. */
export const revokeApproval = command({
  name: "approval.revoke",
  input: z.strictObject({ approvalId: idText, reason: longText(4000, 20), ...passwordField }),
  reauthenticate: true,
  load: (run, input) => approvalScope(run, input.approvalId),
  async run(run, { approval }, input) {
    if (!["valid", "suspended"].includes(approval.state)) {
      run.refuse({ kind: "wrong_state", what: "approval", state: approval.state, wanted: ["valid", "suspended"] });
    }
    await run.update("approval", approval.id, { state: "revoked", ended_at: run.at }, { state: approval.state });
    run.record("approval.revoked", `approval:${approval.id}`, { reason: await run.hide("reason", input.reason) });
    return { approvalId: approval.id, state: "revoked" };
  },
});

/** The worker marks an approval whose validity has run out. The gate denies from the moment itself, not from this mark. */
export const expireApproval = command({
  name: "approval.expire",
  input: z.strictObject({ approvalId: idText }),
  load: (run, input) => approvalScope(run, input.approvalId),
  async run(run, { approval }) {
    if (approval.state !== "valid" || approval.valid_until > run.at) {
      run.refuse({
        kind: "wrong_state",
        what: "approval",
        state: approval.state,
        wanted: [msg("valid and past its validity")],
      });
    }
    await run.update("approval", approval.id, { state: "expired", ended_at: run.at }, { state: "valid" });
    run.record("approval.expired", `approval:${approval.id}`);
    return { approvalId: approval.id, state: "expired" };
  },
});
