import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { removeUnfinished, unfinishedName } from "./leftovers.ts";

/** Bytes by SHA-256. A folder here; an object store with the same three verbs elsewhere. */
export interface ArtifactStore {
  /** Streams bytes in, hashing as it writes; keeps them only if they have the digest that was promised. */
  put(sha256: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<PutResult>;
  /** Size in bytes, or null where it is not stored. */
  size(sha256: string): Promise<number | null>;
  read(sha256: string): AsyncIterable<Uint8Array>;
  /** A local path of the stored bytes, read-only. */
  path(sha256: string): string;
}

type PutResult =
  | { ok: true; size: number; existed: boolean }
  | { ok: false; problem: "digest" | "too_large"; actual?: string };

/** Where what is not finished stands, under the folder of the artifacts. */
export const incomingOf = (root: string): string => join(root, "incoming");

/** Removes the halves of uploads whose process was killed; called before the first upload of a process. */
export const removeCutUploads = (root: string): Promise<void> => removeUnfinished(incomingOf(root));

/** A content-addressed folder: `ab/cd/<sha256>`, written beside and moved into place once the digest is proved. */
export function artifactFolder(root: string): ArtifactStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a SHA-256");
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const sizeOf = async (sha256: string): Promise<number | null> => {
    const found = await stat(pathOf(sha256)).catch(() => null);
    return found?.isFile() ? found.size : null;
  };
  return {
    path: pathOf,
    size: sizeOf,
    read: (sha256) => createReadStream(pathOf(sha256)),
    async put(sha256, bytes, maxBytes) {
      const target = pathOf(sha256);
      const before = await sizeOf(sha256);
      const incoming = join(incomingOf(root), unfinishedName());
      await mkdir(dirname(incoming), { recursive: true });
      try {
        const written = await writeHashed(incoming, bytes, maxBytes);
        if (!written.ok) return { ok: false, problem: "too_large" };
        if (written.sha256 !== sha256) return { ok: false, problem: "digest", actual: written.sha256 };
        if (before !== null) return { ok: true, size: before, existed: true };
        await mkdir(dirname(target), { recursive: true });
        await rename(incoming, target);
        return { ok: true, size: written.size, existed: false };
      } finally {
        // A lie about the digest, a cut connection, a full disk: nothing is left behind.
        await rm(incoming, { force: true });
      }
    },
  };
}

async function writeHashed(path: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o444);
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) return { ok: false as const };
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { ok: true as const, size, sha256: hash.digest("hex") };
}
