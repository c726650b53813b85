import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Deps, VersionFile } from "@countersign/usecases";

/**
 * Lays copies of a version's files out under their submission paths. Copies and not links: what a hostile model
 * does to its folder must not reach the store.
 */
export async function materialise(deps: Deps, files: VersionFile[], dir: string): Promise<void> {
  const root = resolve(dir);
  await mkdir(root, { recursive: true });
  for (const file of new Map(files.map((entry) => [entry.path, entry])).values()) {
    const target = resolve(join(root, file.path));
    // Paths were judged at registration; judged again here, where they touch a disk.
    if (!target.startsWith(root + sep)) throw new Error(`the path ${file.path} leaves the version's folder`);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(deps.store.path(file.sha256), target, constants.COPYFILE_FICLONE).catch(
      (error: NodeJS.ErrnoException) => {
        // A file that the store has lost is named by artifact.integrity, and by each check that needs it; the rest is still checked.
        if (error.code !== "ENOENT") throw error;
      },
    );
  }
}
