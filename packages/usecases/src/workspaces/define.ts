import { z } from "zod";
import { command } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { keyText, lineText } from "../kernel/texts.ts";

/** Makes a workspace: a team's space of names, roles and sight. `practice` ones count in no posture or report. */
export const defineWorkspace = command({
  name: "workspace.define",
  input: z.strictObject({ key: keyText, title: lineText(200), practice: z.boolean().default(false) }),
  load: async () => ({ workspaceId: defaultWorkspace }),
  async run(run, _scope, input) {
    const id = run.deps.id("wsp");
    await run.insert("workspace", {
      id,
      key: input.key,
      title: input.title,
      practice: input.practice,
      created_at: run.at,
    });
    run.record("workspace.defined", `workspace:${id}`);
    return { workspaceId: id };
  },
});
