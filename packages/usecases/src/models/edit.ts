import { row } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, lineText, longText } from "../kernel/texts.ts";
import { modelScope } from "./scope.ts";

/** Changes title, purpose or owner. Key, workspace and task are for good. */
export const editModel = command({
  name: "model.edit",
  input: z.strictObject({
    modelId: idText,
    title: lineText(200).optional(),
    purpose: longText(4000).optional(),
    ownerId: idText.optional(),
  }),
  load: (run, input) => modelScope(run, input.modelId),
  async run(run, { model }, input) {
    const owner = input.ownerId ? await row(run.tx, "person", input.ownerId) : null;
    if (input.ownerId && owner?.state !== "active") run.refuse({ kind: "not_found", what: msg("the person") });
    await run.update("model", model.id, {
      title: input.title ?? model.title,
      purpose: input.purpose === undefined ? model.purpose : await run.hide("purpose", input.purpose),
      owner_id: input.ownerId ?? model.owner_id,
    });
    run.record("model.edited", `model:${model.id}`);
    return { modelId: model.id };
  },
});
