import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { fromHere } from "../paths.ts";
import { requestJson } from "../client/request.ts";
import { passwordFromEnvironment, readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";
import { lineOf } from "../yaml-line.ts";

export const policy: CliCommand = {
  help: {
    usage: "policy publish FILE | policy confirm REVISION [--workspace W]",
    summary: "propose a policy revision from a file; a second person confirms it",
    details:
      "`publish` checks the document and proposes it; it prints the revision's id. `confirm` is for another person, signed in with\n`countersign login`; the password is taken from COUNTERSIGN_PASSWORD. Open reviews keep the revision they pinned.\n\n  countersign policy publish t1-binary-production.yaml\n  countersign policy confirm pol_01J…",
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
      const { document, before } = readDocument(what, source);
      const proposed = await requestJson<{ revisionId: string; policy: string; number: number }>(
        settings,
        "/v1/commands/policy.publish",
        { body: { workspace: text(values["workspace"]) ?? "default", document }, before },
      );
      if (values["json"]) json(proposed);
      else
        out(
          `${proposed.policy} revision ${proposed.number} proposed: ${proposed.revisionId}\nA second person runs: countersign policy confirm ${proposed.revisionId}`,
        );
      return;
    }
    if (verb !== "confirm")
      throw new Failure("Usage: countersign policy publish FILE | policy confirm REVISION", { exitCode: 2 });
    const confirmed = await requestJson<{ revisionId: string }>(settings, "/v1/commands/policy.confirm", {
      body: { revisionId: what, password: passwordFromEnvironment() },
    });
    if (values["json"]) json(confirmed);
    else out(`${confirmed.revisionId} is published.`);
  },
};

/** The document, and in which line of the file a place of it stands: "checks.3.check" is given as "line 41: ". */
function readDocument(what: string, source: string): { document: unknown; before: (path: string) => string } {
  const lines = new LineCounter();
  const read = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [broken] = read.errors;
  if (broken) throw new Failure(`${what}:${lines.linePos(broken.pos[0]).line} is not YAML: ${broken.message}`);
  const before = (path: string): string => {
    const line = lineOf(read, lines, path.replace(/^document\./, "").split("."));
    return line === null ? "" : `line ${line}: `;
  };
  try {
    return { document: read.toJS({ maxAliasCount: 0 }), before };
  } catch (error) {
    throw new Failure(
      `${what} is not YAML that is read here: ${error instanceof Error ? error.message : String(error)}. Write values out, without aliases.`,
    );
  }
}
