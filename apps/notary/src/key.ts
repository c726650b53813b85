import { randomBytes } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { formatVkey, isOrigin, noteSigner, type NoteSigner } from "@countersign/tlog";
import { Mark } from "./mark.ts";
import { NotaryRefusal } from "./refusal.ts";
import { readIfThere, writeWhole } from "./write-file.ts";

export interface Identity {
  signer: NoteSigner;
  mark: Mark;
}

/**
 * The log's key and mark from the notary's folder; made on the very first start. The mark is written before
 * the key, so a key without a mark means that the mark was taken away: refused, as is the reverse.
 * Writes the public part to the file `vkey`.
 */
export async function openIdentity(folder: string, origin: string): Promise<Identity> {
  if (!isOrigin(origin))
    throw new NotaryRefusal(
      "LOG_ORIGIN",
      `COUNTERSIGN_LOG_ORIGIN is ${JSON.stringify(origin)}; a bare host name is needed, such as log.example.com.`,
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "seed");
  let seed = await readIfThere(path);
  const mark = await Mark.open(folder, origin, seed === null);
  if (!mark)
    throw new NotaryRefusal(
      "LOG_ROLLBACK",
      "the key is here but mark.json is not. Restore it from the copy kept outside this machine.",
    );
  if (!seed) {
    if (mark.range.size > 0)
      throw new NotaryRefusal("LOG_KEY", "mark.json is here but the key is not. Restore the file `seed`.");
    seed = randomBytes(32);
    await writeWhole(path, seed, 0o600);
  }
  if (seed.length !== 32) throw new NotaryRefusal("LOG_KEY", "the file `seed` is damaged: 32 bytes are expected.");
  if (((await stat(path)).mode & 0o077) !== 0)
    throw new NotaryRefusal("LOG_KEY", "other users can read the file `seed`. Run chmod 600 on it.");
  const signer = noteSigner(origin, new Uint8Array(seed));
  await writeWhole(join(folder, "vkey"), `${formatVkey(signer)}\n`, 0o644);
  return { signer, mark };
}
