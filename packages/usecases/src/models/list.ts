import { rows } from "@countersign/db";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { modelSummaries } from "./summary.ts";

/** Models of the actor's workspaces with their versions, what their aliases name, and how much is open. */
export const modelList = defineQuery({
  name: "model.list",
  input: z.strictObject({ key: z.string().max(100).optional() }),
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known }, _seen, input) {
    const all = await rows(
      reader,
      "model",
      { workspace_id: known.workspaces, ...(input.key ? { key: input.key } : {}) },
      { order: "key" },
    );
    return modelSummaries(
      reader,
      all.filter((model) => known.models?.includes(model.key) ?? true),
    );
  },
});
