import "server-only";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readEnv } from "../env.ts";

const names: readonly string[] = ["evidence.zip", "tampered.zip"];

/** A bundle that a demo left to try the verifier with; null where there is none of that name. */
export async function sampleBundle(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const { samples } = readEnv();
  if (samples === null || !names.includes(name)) return null;
  return readFile(join(samples, name)).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

/** What is there stays there: a demo leaves it once. */
let found = false;

/** Whether this is a demo's instance, with bundles to try the verifier with and data that is made up. */
export async function hasSamples(): Promise<boolean> {
  const { samples } = readEnv();
  if (samples === null || found) return found;
  found = await Promise.all(names.map((name) => access(join(samples, name)))).then(
    () => true,
    () => false,
  );
  return found;
}
