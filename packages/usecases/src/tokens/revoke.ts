import { row, sql } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";

/** Ends a token at once. */
export const revokeToken = command({
  name: "token.revoke",
  input: z.strictObject({ tokenId: idText }),
  async load(run, input) {
    await run.endsPowerOf(input.tokenId);
    await run.lock(`token:${input.tokenId}`);
    const token = await row(run.tx, "token", input.tokenId);
    return token ? { workspaceId: token.workspace_id, target: token.id, token } : null;
  },
  async run(run, { token }) {
    if (token.state !== "active")
      run.refuse({ kind: "wrong_state", what: "token", state: token.state, wanted: ["active"] });
    await run.update("token", token.id, { state: "revoked", ended_at: run.at }, { state: "active" });
    run.record("token.revoked", `token:${token.id}`);
    await run.tx.db.execute(
      sql`update ops.token_secret set ended_at = clock_timestamp() where token_id = ${token.id} and ended_at is null`,
    );
    return { tokenId: token.id, state: "revoked" };
  },
});
