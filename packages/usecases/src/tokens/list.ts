import { rows } from "@countersign/db";
import type { TokenListItem } from "@countersign/domain";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { defineQuery } from "../kernel/query.ts";
import { People } from "../people/names.ts";

/** Every token with its scope, the newest first. Secrets are nowhere to be read: the database keeps their hashes. */
export const tokenList = defineQuery({
  name: "token.list",
  input: z.strictObject({}),
  roles: ["administrator", "auditor"],
  see: async () => ({ workspaceId: defaultWorkspace }),
  async run({ reader, at, say }): Promise<TokenListItem[]> {
    const tokens = await rows(reader, "token", {}, { order: "created_at" });
    const people = await People.load(
      reader,
      tokens.map((token) => token.owner_id),
      say,
    );
    return tokens.toReversed().map((token) => ({
      id: token.id,
      label: token.label,
      owner: people.get(token.owner_id),
      roles: token.roles,
      models: token.models,
      state: token.state === "active" && token.expires_at <= at ? "expired" : token.state,
      createdAt: token.created_at,
      expiresAt: token.expires_at,
    }));
  },
});
