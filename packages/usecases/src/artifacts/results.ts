import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { unfinishedName } from "./leftovers.ts";

/** Files that jobs have made, by the taking that made them; apart from the artifacts, because they are thrown away. */
export interface Results {
  /** Keeps a file whole or not at all: what is cut off leaves nothing. Its size in bytes and its SHA-256. */
  put(id: string, bytes: AsyncIterable<Uint8Array>): Promise<{ size: number; sha256: string }>;
  read(id: string): AsyncIterable<Uint8Array>;
  remove(id: string): Promise<void>;
}

/** A folder of them. `incoming`: where what is not finished stands, and is cleaned up. */
export function resultFolder(root: string, incoming: string): Results {
  const pathOf = (id: string): string => {
    if (!/^run_[a-z0-9]{1,60}$/.test(id)) throw new Error("not the id of a result");
    return join(root, id);
  };
  return {
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
    async put(id, bytes) {
      const target = pathOf(id);
      const unfinished = join(incoming, unfinishedName());
      await mkdir(incoming, { recursive: true });
      await mkdir(root, { recursive: true });
      const hash = createHash("sha256");
      const file = await open(unfinished, "wx", 0o600);
      let size = 0;
      try {
        for await (const chunk of bytes) {
          size += chunk.length;
          hash.update(chunk);
          await file.writeFile(chunk);
        }
        await file.sync();
        await rename(unfinished, target);
      } finally {
        await file.close();
        await rm(unfinished, { force: true });
      }
      return { size, sha256: hash.digest("hex") };
    },
  };
}
