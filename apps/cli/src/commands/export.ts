import { writeFile } from "node:fs/promises";
import { text } from "../args.ts";
import { endProgress, Failure, json, out, progress } from "../output.ts";
import { fromHere } from "../paths.ts";
import { request, versionRef } from "../client/request.ts";
import { readSettings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

export const exportEvidence: CliCommand = {
  help: {
    usage: "export evidence MODEL/VERSION -o FILE [--workspace W]", summary: "the evidence bundle of a version, which verifies offline",
    details: "The bundle holds the signed log's leaves in scope with their proofs, the documents by digest and a decision record.\nThe export is itself recorded. Verify it with `countersign verify`.\n\n  countersign export evidence credit-pd/1 -o evidence.zip",
    options: { output: { type: "string", value: "FILE", help: "where to write (-o)" }, workspace: { type: "string", value: "W", help: "default: default" } },
    positionals: [2, 2],
  },
  async run({ values, positionals }) {
    const ref = versionRef(positionals[1] ?? "");
    const file = text(values["output"]);
    if (positionals[0] !== "evidence" || !ref || !file) throw new Failure("Usage: countersign export evidence MODEL/VERSION -o FILE", { exitCode: 2 });
    const workspace = encodeURIComponent(text(values["workspace"]) ?? "default");
    progress("the server puts the bundle together …");
    const response = await request(await readSettings(), `/v1/evidence/${ref.model}/${encodeURIComponent(ref.version)}?workspace=${workspace}`, { method: "POST", body: {} });
    const bytes = new Uint8Array(await response.arrayBuffer());
    endProgress();
    await writeFile(fromHere(file), bytes).catch((error: NodeJS.ErrnoException) => {
      throw new Failure(`${file} cannot be written (${error.code ?? "unknown"}). Choose another place with -o FILE.`);
    });
    if (values["json"]) json({ file: fromHere(file), bytes: bytes.length });
    else out(`Wrote ${file} (${bytes.length} bytes). Verify it: countersign verify ${file} --trust VKEY`);
  },
};
