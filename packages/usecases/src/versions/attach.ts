import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";
import { attachFiles, requireParts, requireUploaded, versionFileSchema } from "./draft.ts";
import { versionScope } from "./scope.ts";
import { submissionOf } from "./submission.ts";

/** Adds files to a draft. Submitting ends this for good. */
export const attachToVersion = command({
  name: "version.attach",
  input: z.strictObject({ versionId: idText, files: z.array(versionFileSchema).min(1).max(2000) }),
  load: (run, input) => versionScope(run, input.versionId),
  async run(run, { version }, { files }) {
    if (version.state !== "draft")
      run.refuse({ kind: "wrong_state", what: "version", state: version.state, wanted: ["draft"] });
    requireParts(run, files, (await submissionOf(run, version)).files);
    await requireUploaded(run, files);
    await attachFiles(run, version.id, files);
    return { versionId: version.id, attached: files.length };
  },
});
