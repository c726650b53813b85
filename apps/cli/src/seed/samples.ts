import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readZip, writeZip } from "@countersign/record";
import { exportEvidence } from "@countersign/usecases";
import type { Cast } from "./cast.ts";
import type { Stage } from "./stage.ts";

/** What an approver of credit-pd/1 wrote, and what the changed copy says instead. */
export const written = "Evidence is complete; I accept the difference by age band for one quarter, watched.";
const rewritten = "Evidence is complete; I accept the difference by age band without any condition now.";

/** Two bundles to try the verifier with: one as the auditor exported it, and a copy in which a signed reason was rewritten. */
export async function leaveSamples(stage: Stage, cast: Cast, folder: string): Promise<void> {
  if ((await readdir(folder).catch(() => [])).length === 2) return;
  const version = { workspace: "default", model: "credit-pd", version: "1" };
  const made = await exportEvidence(stage.deps, cast.ruth, version);
  if (!made.ok) throw new Error(`The sample for the verifier was refused: ${JSON.stringify(made.refusal)}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "evidence.zip"), made.value.bytes);
  await writeFile(join(folder, "tampered.zip"), tampered(made.value.bytes));
}

function tampered(bytes: Uint8Array): Uint8Array {
  const read = readZip(bytes);
  if (!read.ok) throw new Error(`The sample for the verifier is ${read.problem}`);
  let changed = 0;
  const members = [...read.members].map(([path, member]) => {
    const text = Buffer.from(member).toString("utf8");
    if (!text.includes(written)) return { path, bytes: member };
    changed++;
    return { path, bytes: Buffer.from(text.replaceAll(written, rewritten)) };
  });
  if (changed === 0) throw new Error("The sample for the verifier does not hold the reason that is to be changed.");
  return writeZip(members);
}
