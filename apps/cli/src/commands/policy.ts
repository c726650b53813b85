import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { fromHere } from "../paths.ts";
import { requestJson } from "../client/request.ts";
import { passwordFromEnvironment, readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

export const policy: CliCommand = {
  help: {
    usage: "policy publish FILE | policy confirm REVISION [--workspace W]", summary: "propose a policy revision from a file; a second person confirms it",
    details: "`publish` checks the document and proposes it; it prints the revision's id. `confirm` is for another person, signed in with\n`countersign login`; the password is taken from COUNTERSIGN_PASSWORD. Open reviews keep the revision they pinned.\n\n  countersign policy publish t1-binary-production.yaml\n  countersign policy confirm pol_01J…",
    options: { workspace: { type: "string", value: "W", help: "default: default" } },
    positionals: [2, 2],
  },
  async run({ values, positionals }) {
    const [verb, what = ""] = positionals;
    const settings = await readSettings();
    if (verb === "publish") {
      const source = await readFile(fromHere(what), "utf8").catch(() => {
        throw new Failure(`${what} cannot be read.`);
      });
      const document = readDocument(what, source);
      const proposed = await requestJson<{ revisionId: string; policy: string; number: number }>(settings, "/v1/commands/policy.publish", { body: { workspace: text(values["workspace"]) ?? "default", document } });
      if (values["json"]) json(proposed);
      else out(`${proposed.policy} revision ${proposed.number} proposed: ${proposed.revisionId}\nA second person runs: countersign policy confirm ${proposed.revisionId}`);
      return;
    }
    if (verb !== "confirm") throw new Failure("Usage: countersign policy publish FILE | policy confirm REVISION", { exitCode: 2 });
    const confirmed = await requestJson<{ revisionId: string }>(settings, "/v1/commands/policy.confirm", { body: { revisionId: what, password: passwordFromEnvironment() } });
    if (values["json"]) json(confirmed);
    else out(`${confirmed.revisionId} is published.`);
  },
};

function readDocument(what: string, source: string): unknown {
  try {
    return parse(source, { maxAliasCount: 0 });
  } catch (error) {
    throw new Failure(`${what} is not YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}
