import { readFile } from "node:fs/promises";
import { changeWords, type PolicyDraft, type PolicyDryRun } from "@countersign/domain";
import { readYaml } from "@countersign/domain/yaml";
import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { fromHere } from "../paths.ts";
import { requestJson } from "../client/request.ts";
import { passwordFromEnvironment, readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

export const policy: CliCommand = {
  help: {
    usage: "policy dry-run FILE | policy publish FILE | policy confirm REVISION [--workspace W]",
    summary: "try a policy revision from a file, propose it; a second person confirms it",
    details:
      "`dry-run` says what the document would have changed for the reviews of the last year, and proposes nothing.\n`publish` checks the document and proposes it, with its dry run; it prints the revision's id. `confirm` is for another\nperson, signed in with `countersign login`; the password is taken from COUNTERSIGN_PASSWORD. Open reviews keep the\nrevision they pinned.\n\n  countersign policy dry-run t1-binary-production.yaml\n  countersign policy publish t1-binary-production.yaml\n  countersign policy confirm pol_01J…",
    options: { workspace: { type: "string", value: "W", help: "default: default" } },
    positionals: [2, 2],
  },
  async run({ values, positionals }) {
    const [verb, what = ""] = positionals;
    const settings = await readSettings();
    const workspace = text(values["workspace"]) ?? "default";
    if (verb === "dry-run") {
      const source = await readSource(what);
      const draft = await requestJson<PolicyDraft>(settings, "/v1/queries/policy.draft", {
        body: { workspace, source },
      });
      if (!draft.ok) throw notADraft(what, draft.problems);
      if (values["json"]) json(draft);
      else out(dryRunWords(draft));
      return;
    }
    if (verb === "publish") {
      const { document, before } = readDocument(what, await readSource(what));
      const proposed = await requestJson<{ revisionId: string; policy: string; number: number }>(
        settings,
        "/v1/commands/policy.publish",
        { body: { workspace, document }, before },
      );
      if (values["json"]) json(proposed);
      else
        out(
          `${proposed.policy} revision ${proposed.number} proposed: ${proposed.revisionId}\nA second person runs: countersign policy confirm ${proposed.revisionId}`,
        );
      return;
    }
    if (verb !== "confirm")
      throw new Failure("Usage: countersign policy dry-run FILE | policy publish FILE | policy confirm REVISION", {
        exitCode: 2,
      });
    const confirmed = await requestJson<{ revisionId: string }>(settings, "/v1/commands/policy.confirm", {
      body: { revisionId: what, password: passwordFromEnvironment() },
    });
    if (values["json"]) json(confirmed);
    else out(`${confirmed.revisionId} is published.`);
  },
};

const readSource = (what: string): Promise<string> =>
  readFile(fromHere(what), "utf8").catch(() => {
    throw new Failure(`${what} cannot be read.`);
  });

type Broken = Extract<PolicyDraft, { ok: false }>["problems"];

const notADraft = (what: string, problems: Broken): Failure =>
  new Failure(
    `${what} does not fit:\n${problems
      .map(({ line, path, text: says }) => `  ${line === null ? "" : `line ${line}: `}${path} ${says}`)
      .join("\n")}`,
    { body: { error: `${what} does not fit`, problems } },
  );

/** What a dry run found, a line for each review that would stand otherwise. */
function dryRunWords({ dryRun, differences }: Extract<PolicyDraft, { ok: true }>): string {
  const against = differences
    ? `${differences.list.length} settings differ from revision ${differences.against}.`
    : "No revision of it is in force.";
  const part = (name: string, { tried, same, differ, left_out }: PolicyDryRun["decided"]): string[] => [
    `${tried} ${name} tried, ${same} stand as they do${left_out > 0 ? `, ${left_out} older ones not tried` : ""}.`,
    ...differ.flatMap((review) => [
      `  ${review.model}/${review.version.number} for ${review.environment}, ${review.was.replaceAll("_", " ")}: ${changeWords[review.change]}`,
      ...review.added.map((says) => `    + ${says}`),
      ...review.gone.map((says) => `    - ${says}`),
    ]),
  ];
  return [
    against,
    ...part("decided reviews of the last year", dryRun.decided),
    ...part("open reviews", dryRun.open),
  ].join("\n");
}

/** The document, and in which line of the file a place of it stands: "checks.3.check" is given as "line 41: ". */
function readDocument(what: string, source: string): { document: unknown; before: (path: string) => string } {
  const read = readYaml(source);
  if (!read.ok) throw new Failure(`${what}${read.line === null ? "" : `:${read.line}`} ${read.text}`);
  const before = (path: string): string => {
    const line = read.lineOf(path.replace(/^document\./, "").split("."));
    return line === null ? "" : `line ${line}: `;
  };
  return { document: read.value, before };
}
