import { readFile, stat } from "node:fs/promises";
import { verify as verifyBundle } from "@countersign/verifier";
import { texts } from "../args.ts";
import { endProgress, Failure, json, out, progress } from "../output.ts";
import { fromHere } from "../paths.ts";
import type { CliCommand } from "../run.ts";
import { reportText } from "../verify/report-text.ts";
import { trustedVkeys } from "../verify/trust.ts";

/** More than any bundle: what is larger is not read into memory. */
const maxBytes = 1 << 28;

export const verify: CliCommand = {
  help: {
    usage: "verify FILE --trust VKEY",
    summary: "verify an evidence bundle offline",
    details: [
      "Needs no server, network or account. The key must come from somewhere else than the bundle: from whoever operates the",
      "log, in writing, or from an earlier audit.\n",
      "  countersign verify evidence.zip --trust log.example.com+4f1c2b0a+AbCd…",
      "  countersign verify evidence.zip --trust keys.txt",
    ].join("\n"),
    exits: {
      0: "everything was checked and holds",
      1: "it does not hold; each discrepancy is named, with its place",
      2: "it could not be decided: no key, or no file that could be read",
    },
    options: {
      trust: {
        type: "string",
        value: "VKEY|FILE",
        multiple: true,
        help: "a log's verifier key, or a file with one a line; may be repeated",
      },
    },
    positionals: [1, 1],
  },
  async run({ values, positionals }) {
    const file = positionals[0] ?? "";
    const trust = await trustedVkeys(texts(values["trust"]));
    const bytes = await read(file);
    const report = verifyBundle(bytes, {
      trust,
      now: new Date().toISOString(),
      progress: (step) => progress(`Step ${step} …`),
    });
    endProgress();
    if (values["json"] === true) json({ file: fromHere(file), bytes: bytes.length, trust, ...report });
    else out(reportText(file, report));
    return report.accepted ? 0 : report.unreadable ? 2 : 1;
  },
};

async function read(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(fromHere(file));
    if (size > maxBytes)
      throw new Failure(`${file} has ${size} bytes; an evidence bundle has at most ${maxBytes}.`, { exitCode: 2 });
    return new Uint8Array(await readFile(fromHere(file)));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      `${file} could not be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}). Nothing was decided.`,
      { exitCode: 2 },
    );
  }
}
