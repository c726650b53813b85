import { lstat } from "node:fs/promises";
import { basename } from "node:path";
import { identityOf } from "@countersign/attestation";
import { text } from "../args.ts";
import { endProgress, Failure, json, out, progress } from "../output.ts";
import { fromHere } from "../paths.ts";
import { requestJson, versionRef } from "../client/request.ts";
import { readSettings } from "../client/settings.ts";
import { CollectProblem, filesUnder, hashFile } from "../register/collect.ts";
import type { CliCommand } from "../run.ts";

interface Answer {
  answer: "allow" | "deny" | "cannot_decide";
  environment: string;
  reason: string;
  versions: {
    model: string;
    version: number;
    matched: string;
    answer: string;
    reasons: { text: string; who: string }[];
    url: string;
    approval: {
      grantedAt: string;
      validUntil: string;
      index: number | null;
      signedBy: { name: string; role: string; at: string }[];
    } | null;
  }[];
}

const exitOf = { allow: 0, deny: 1, cannot_decide: 2 } as const;

export const gate: CliCommand = {
  help: {
    usage: "gate MODEL@ALIAS|MODEL/VERSION|PATH|--digest SHA256 --env ENV [--workspace W]",
    summary: "may this run there, now?",
    exits: { 0: "allow", 1: "deny", 2: "cannot decide; whatever goes wrong on the way is this, never 0" },
    details:
      "A PATH is hashed here: what counts are the local bytes, not their name. `./` before a path tells it from a version.\n\n  countersign gate credit-pd@champion --env production\n  countersign gate ./model/ --env production\n  countersign gate --digest 4f1c… --env production --json",
    options: {
      env: { type: "string", value: "ENV", help: "the environment" },
      digest: { type: "string", value: "SHA256", help: "identity of a version or part, or SHA-256 of a file" },
      workspace: { type: "string", value: "W", help: "default: default" },
    },
    positionals: [0, 1],
  },
  async run({ values, positionals }) {
    const environment = text(values["env"]);
    if (!environment || (positionals[0] === undefined) === (text(values["digest"]) === undefined)) {
      throw new Failure(
        "Name what and where: countersign gate MODEL@ALIAS|MODEL/VERSION|PATH|--digest SHA256 --env ENV",
        { exitCode: 2 },
      );
    }
    const asked =
      positionals[0] === undefined ? { digest: text(values["digest"]) ?? "" } : await whatIsAsked(positionals[0]);
    const query = new URLSearchParams({ environment, workspace: text(values["workspace"]) ?? "default", ...asked });
    const answer = await undecided(async () =>
      requestJson<Answer>(await readSettings(), `/v1/gate?${query.toString()}`, { undecided: 2 }),
    );
    if (values["json"]) json({ ...answer, asked });
    else print(answer);
    return exitOf[answer.answer] ?? 2;
  },
};

/** A failure to ask is not a denial: exit 2. */
async function undecided<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), {
      exitCode: 2,
      body: { answer: "cannot_decide", reason: error instanceof Error ? error.message : "" },
    });
  }
}

async function whatIsAsked(what: string): Promise<Record<string, string>> {
  const ref = what.startsWith(".") || what.startsWith("/") ? null : versionRef(what);
  if (ref) return ref;
  const path = fromHere(what);
  const stat = await lstat(path).catch(() => null);
  if (!stat) throw new Failure(`${what} is neither MODEL/VERSION, MODEL@ALIAS nor a path here.`, { exitCode: 2 });
  return undecided(async () => {
    if (stat.isFile()) return { digest: (await hashFile(path)).sha256 };
    return { digest: await folderIdentity(path) };
  });
}

/** Identity of a folder: its manifest with paths relative to it, as a version's part has. */
export async function folderIdentity(folder: string): Promise<string> {
  try {
    const files = await filesUnder(folder, "");
    const hashed = [];
    for (const file of files) {
      const path = file.replace(/^\/?/, "");
      progress(`hashing ${path}`);
      hashed.push({ path, sha256: (await hashFile(`${folder}/${path}`)).sha256 });
    }
    endProgress();
    return identityOf(hashed);
  } catch (error) {
    throw error instanceof CollectProblem
      ? new Failure(error.message, { exitCode: 2 })
      : new Failure(`${basename(folder)} cannot be hashed: ${(error as Error).message}`, { exitCode: 2 });
  }
}

function print(answer: Answer): void {
  out(`${answer.answer.replaceAll("_", " ")}: ${answer.reason}`);
  for (const version of answer.versions) {
    out(
      `  ${version.model}/${version.version}${version.matched === "whole" ? "" : ` (part ${version.matched})`} in ${answer.environment}: ${version.answer}`,
    );
    for (const reason of version.reasons) out(`    - ${reason.text}`);
    if (version.approval && version.answer === "allow") {
      out(
        `    approved ${version.approval.grantedAt}, until ${version.approval.validUntil}${version.approval.index === null ? "" : `, recorded as #${version.approval.index}`}`,
      );
      for (const signer of version.approval.signedBy)
        out(`    ${signer.name}, ${signer.role.replaceAll("_", " ")}, ${signer.at}`);
    }
    out(`    ${version.url}`);
  }
}
