import { row } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { idText, keyText, lineText } from "../kernel/texts.ts";

const aliasPattern = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,98}\*?$/, "is not an alias or a prefix with `*`");

/** Makes an environment with the aliases it protects: names, or prefixes that end in `*`. */
export const defineEnvironment = command({
  name: "environment.define",
  input: z.strictObject({
    workspaceId: idText.default(defaultWorkspace),
    key: keyText,
    title: lineText(200),
    protects: z.array(aliasPattern).max(50),
  }),
  async load(run, input) {
    await run.lock(`workspace:${input.workspaceId}`);
    const workspace = await row(run.tx, "workspace", input.workspaceId);
    return workspace ? { workspaceId: workspace.id, target: input.key } : null;
  },
  async run(run, { workspaceId }, input) {
    const id = run.deps.id("env");
    await run.insert("environment", {
      id,
      workspace_id: workspaceId,
      key: input.key,
      title: input.title,
      protects: input.protects,
      created_at: run.at,
    });
    run.record("environment.defined", `workspace:${workspaceId}`);
    return { environmentId: id };
  },
});
