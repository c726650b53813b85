import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeUnfinished, unfinishedName } from "@countersign/usecases";

const prefix = "countersign-round-";

/** A folder of our own for one round's files, named after this process so that what it leaves behind when killed can be told. */
export async function roundFolder(): Promise<string> {
  const folder = join(tmpdir(), unfinishedName(prefix));
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Removes the folders of workers that no longer run. */
export const removeLeftovers = (): Promise<void> => removeUnfinished(tmpdir(), prefix);
