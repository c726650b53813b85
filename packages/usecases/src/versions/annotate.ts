import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { versionScope } from "./scope.ts";

/** Sets the description: an annotation, outside the identity, so it may change after freezing. */
export const annotateVersion = command({
  name: "version.annotate",
  input: z.strictObject({ versionId: idText, description: longText(10_000) }),
  load: (run, input) => versionScope(run, input.versionId),
  async run(run, { version }, { description }) {
    await run.update("version", version.id, { description: await run.hide("description", description) });
    run.record("version.described", `version:${version.id}`);
    return { versionId: version.id };
  },
});
