import { writeFile } from "node:fs/promises";
import { text } from "../args.ts";
import { endProgress, Failure, json, out, progress } from "../output.ts";
import { fromHere } from "../paths.ts";
import { request, versionRef } from "../client/request.ts";
import { readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

const kinds = ["evidence", "certificate"] as const;

export const exportFile: CliCommand = {
  help: {
    usage: "export evidence|certificate MODEL/VERSION -o FILE [--env E] [--workspace W]",
    summary: "the evidence bundle of a version, which verifies offline, or its approval certificate",
    details: `evidence: the signed log's leaves in scope with their proofs, the documents by digest and a decision record, in one
zip. Verify it with \`countersign verify\`.
certificate: a PDF/A-3 to print and to file, with that bundle and its decision.json attached. Only while \`gate\` allows
the version in the environment: there is none for an approval that is expired, suspended, stale or revoked.
Either export is itself recorded.

  countersign export evidence credit-pd/1 -o evidence.zip
  countersign export certificate credit-pd/1 -o certificate.pdf`,
    options: {
      output: { type: "string", value: "FILE", help: "where to write (-o)" },
      env: { type: "string", value: "E", help: "certificate: approved for what; default: production" },
      workspace: { type: "string", value: "W", help: "default: default" },
    },
    positionals: [2, 2],
  },
  async run({ values, positionals }) {
    const kind = kinds.find((name) => name === positionals[0]);
    const ref = versionRef(positionals[1] ?? "");
    const file = text(values["output"]);
    if (!kind || !ref || !file)
      throw new Failure("Usage: countersign export evidence|certificate MODEL/VERSION -o FILE", { exitCode: 2 });
    const environment = text(values["env"]);
    if (kind === "evidence" && environment !== undefined)
      throw new Failure("An evidence bundle holds every environment: --env is for the certificate.", { exitCode: 2 });
    const asked = new URLSearchParams({
      workspace: text(values["workspace"]) ?? "default",
      ...(kind === "certificate" ? { environment: environment ?? "production" } : {}),
    });
    progress(`the server makes the ${kind === "evidence" ? "bundle" : "certificate"} …`);
    const path = `/v1/${kind === "evidence" ? "evidence" : "certificates"}/${ref.model}/${encodeURIComponent(ref.version)}?${asked.toString()}`;
    const response = await request(await readSettings(), path, { method: "POST", body: {} });
    const bytes = new Uint8Array(await response.arrayBuffer());
    endProgress();
    await writeFile(fromHere(file), bytes).catch((error: NodeJS.ErrnoException) => {
      throw new Failure(`${file} cannot be written (${error.code ?? "unknown"}). Choose another place with -o FILE.`);
    });
    if (values["json"]) json({ file: fromHere(file), bytes: bytes.length });
    else
      out(
        `Wrote ${file} (${bytes.length} bytes). ${kind === "evidence" ? `Verify it: countersign verify ${file} --trust VKEY` : "What proves it is attached: save evidence.zip from it and verify that."}`,
      );
  },
};
