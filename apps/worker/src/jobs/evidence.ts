import { exportEvidence, type JobEnd, type JobInput, versionOf } from "@countersign/usecases";
import { keep, type Making } from "./making.ts";

/** The evidence bundle of a version, in the name of whoever asked for it. */
export async function makeEvidence(making: Making, input: Extract<JobInput, { kind: "evidence" }>): Promise<JobEnd> {
  const { personId } = making.job;
  const made = await exportEvidence(making.deps, { kind: "user", personId }, versionOf(input), making.step);
  if (!made.ok) return { problem: made.refusal };
  const { name, bytes } = made.value;
  const file = await keep(making, { name, type: "application/zip" }, whole(bytes));
  return { file, sight: { workspaces: [input.workspaceId], instanceOf: personId } };
}

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
