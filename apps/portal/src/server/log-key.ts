import "server-only";
import { readFile } from "node:fs/promises";
import { readEnv } from "../env.ts";

/** The verifier key that this instance says is its log's, from the file that the notary writes; null where the portal has no sight of it. */
export async function claimedLogKey(): Promise<string | null> {
  const { logKeyFile } = readEnv();
  if (logKeyFile === null) return null;
  const text = await readFile(logKeyFile, "utf8").catch(() => "");
  return text.trim() || null;
}
