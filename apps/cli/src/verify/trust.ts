import { readFile } from "node:fs/promises";
import { parseVkey } from "@countersign/tlog";
import { Failure } from "../output.ts";
import { fromHere } from "../paths.ts";

const whence =
  "It comes from whoever operates the log, by another way than the bundle: printed in a contract or an audit file, or from an earlier audit. The operator finds it in the notary's file `vkey`.";

/** The keys given, each as text or as a file with one a line (empty lines and lines with # are skipped). Exit 2 without one. */
export async function trustedVkeys(given: readonly string[]): Promise<string[]> {
  if (given.length === 0)
    throw new Failure(`Say which log to believe: --trust VKEY. A bundle cannot vouch for itself. ${whence}`, {
      exitCode: 2,
    });
  const found: string[] = [];
  for (const entry of given) {
    const parsed = parseVkey(entry.trim());
    found.push(...(parsed.ok ? [entry.trim()] : await fromFile(entry, parsed.problem)));
  }
  return found;
}

async function fromFile(entry: string, problem: string): Promise<string[]> {
  const text = await readFile(fromHere(entry), "utf8").catch(() => null);
  if (text === null)
    throw new Failure(
      `--trust ${JSON.stringify(entry.slice(0, 200))} is no verifier key (${problem}) and no file that can be read. ${whence}`,
      { exitCode: 2 },
    );
  const lines = text
    .slice(0, 100_000)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const bad = lines.find((line) => !parseVkey(line).ok);
  if (lines.length === 0 || bad !== undefined)
    throw new Failure(`${entry} holds ${bad === undefined ? "no key" : "a line that is no verifier key"}. ${whence}`, {
      exitCode: 2,
    });
  return lines;
}
