import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { requestJson, versionRef } from "../client/request.ts";
import { readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

export const submit: CliCommand = {
  help: {
    usage: "submit MODEL/VERSION --env ENV [--workspace W]",
    summary: "freeze a version and ask for its approval in an environment",
    details:
      "Submitting freezes the content for good: a change is a new version. The checks start at once.\n\n  countersign submit credit-pd/2 --env production",
    options: {
      env: { type: "string", value: "ENV", help: "the environment, such as production" },
      workspace: { type: "string", value: "W", help: "default: default" },
    },
    positionals: [1, 1],
  },
  async run({ values, positionals }) {
    const ref = versionRef(positionals[0] ?? "");
    const environment = text(values["env"]);
    if (!ref || !environment)
      throw new Failure("Name the version and the environment: countersign submit MODEL/VERSION --env ENV", {
        exitCode: 2,
      });
    const submitted = await requestJson<{ reviewId: string; dueAt: string; url: string; state: string }>(
      await readSettings(),
      `/v1/versions/${ref.model}/${encodeURIComponent(ref.version)}/submit`,
      {
        body: { environment, ...(text(values["workspace"]) ? { workspace: text(values["workspace"]) } : {}) },
      },
    );
    if (values["json"]) json(submitted);
    else out(`Submitted: checks are running, due ${submitted.dueAt.slice(0, 10)}.\n${submitted.url}`);
  },
};
