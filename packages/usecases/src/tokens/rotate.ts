import { row } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";
import { newSecret } from "./create.ts";

/** Replaces the secret; the old one ends at once. */
export const rotateToken = command({
  name: "token.rotate",
  shownOnce: ["secret"],
  input: z.strictObject({ tokenId: idText }),
  async load(run, input) {
    await run.lock(`token:${input.tokenId}`);
    const token = await row(run.tx, "token", input.tokenId);
    return token ? { workspaceId: token.workspace_id, target: token.id, token } : null;
  },
  async run(run, { token }) {
    if (token.state !== "active")
      run.refuse({ kind: "wrong_state", what: "token", state: token.state, wanted: ["active"] });
    await run.update(
      "token",
      token.id,
      { generation: token.generation + 1 },
      { generation: token.generation, state: "active" },
    );
    run.record("token.rotated", `token:${token.id}`);
    return {
      tokenId: token.id,
      secret: await newSecret(run.tx, token.id, token.generation + 1),
      expiresAt: token.expires_at,
    };
  },
});
