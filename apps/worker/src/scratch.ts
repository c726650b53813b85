import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeUnfinished, unfinishedName } from "@countersign/usecases";

/** What is laid out: the files of a round, or what a job has not finished. */
const prefixes = ["countersign-round-", "countersign-job-"] as const;
type Prefix = (typeof prefixes)[number];

/** A folder of our own, named after this process so that what it leaves behind when killed can be told. */
export async function ownFolder(prefix: Prefix): Promise<string> {
  const folder = join(tmpdir(), unfinishedName(prefix));
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Removes the folders of workers that no longer run. */
export async function removeLeftovers(): Promise<void> {
  for (const prefix of prefixes) await removeUnfinished(tmpdir(), prefix);
}
