import { rows } from "@countersign/db";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { People } from "../people/names.ts";

/** Models of the actor's workspaces with their newest version and what their aliases name. */
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
    const models = all.filter((model) => known.models?.includes(model.key) ?? true);
    const ids = models.map((model) => model.id);
    const versions = await rows(reader, "version", { model_id: ids }, { order: "number" });
    const aliases = await rows(reader, "alias", { model_id: ids }, { order: "name" });
    const workspaces = new Map(
      (await rows(reader, "workspace", { id: known.workspaces })).map(({ id, key }) => [id, key]),
    );
    const people = await People.load(
      reader,
      models.map((model) => model.owner_id),
    );
    return models.map((model) => {
      const own = versions.filter((version) => version.model_id === model.id);
      return {
        id: model.id,
        workspace: workspaces.get(model.workspace_id) ?? "",
        key: model.key,
        title: model.title,
        task: model.task,
        state: model.state,
        tier: model.tier,
        owner: people.get(model.owner_id),
        versions: own.map(({ id, number, label, state }) => ({ id, number, label, state })),
        aliases: aliases
          .filter((alias) => alias.model_id === model.id)
          .map((alias) => ({
            name: alias.name,
            version: own.find((version) => version.id === alias.version_id)?.number ?? null,
          })),
      };
    });
  },
});
