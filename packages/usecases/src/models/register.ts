import { row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText, keyText, lineText, longText } from "../kernel/texts.ts";

/** Proposes a model for the inventory. A model risk manager accepts it before any version of it can be reviewed. */
export const registerModel = command({
  name: "model.register",
  input: z.strictObject({
    workspace: keyText.default("default"),
    key: keyText,
    title: lineText(200),
    purpose: longText(4000).nullable().default(null),
    task: z.enum(["binary", "multiclass", "regression"]),
    ownerId: idText.optional(),
  }),
  async load(run, input) {
    const [workspace] = await rows(run.tx, "workspace", { key: input.workspace });
    return workspace ? { workspaceId: workspace.id, modelKey: input.key, target: input.key } : null;
  },
  async run(run, { workspaceId }, input) {
    const [taken] = await rows(run.tx, "model", { workspace_id: workspaceId, key: input.key });
    if (taken)
      run.refuse({ kind: "already_exists", what: { text: msg("the model {model}"), values: { model: input.key } } });
    const by = personOf(run);
    const owner = await row(run.tx, "person", input.ownerId ?? by);
    if (owner?.state !== "active") return run.refuse({ kind: "not_found", what: msg("the person") });
    const id = run.deps.id("mdl");
    await run.insert("model", {
      id,
      workspace_id: workspaceId,
      key: input.key,
      title: input.title,
      purpose: input.purpose ? await run.hide("purpose", input.purpose) : null,
      task: input.task,
      state: "proposed",
      tier: null,
      tier_answers: null,
      owner_id: owner.id,
      next_number: 1,
      proposed_by: by,
      created_at: run.at,
    });
    run.record("model.proposed", `model:${id}`);
    return { modelId: id, key: input.key, state: "proposed" };
  },
});
