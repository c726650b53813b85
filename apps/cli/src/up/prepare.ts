import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Prepared } from "../seed/prepare.ts";
import { commonEnv, type Place, samplesIn, withParent } from "./describe.ts";
import { runtime } from "./processes.ts";

export interface Seed {
  story: "none" | "demo" | "large";
  /** Of the estate around the story. */
  models: number;
}

/** Runs the one-shot process that seeds, or makes the one-time link, under the application's role. Its own sentences say why it refuses. */
export async function prepare(
  place: Place,
  seed: Seed,
  began: (child: ChildProcess) => Promise<void>,
): Promise<Prepared> {
  const out = join(place.data, "prepared.json");
  const env = {
    ...commonEnv(place),
    COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_app"),
    COUNTERSIGN_LOG_ORIGIN: place.origin,
    COUNTERSIGN_SEED: seed.story,
    COUNTERSIGN_SEED_MODELS: String(seed.models),
    COUNTERSIGN_PREPARED: out,
    COUNTERSIGN_SAMPLES: samplesIn(place.data),
  };
  const entry = fileURLToPath(new URL("./prepare.js", import.meta.url));
  const child = spawn(runtime(), [...withParent, "--enable-source-maps", entry], {
    env,
    stdio: ["pipe", "inherit", "inherit"],
  });
  const exit = new Promise<number | null>((done) => child.once("exit", done).once("error", () => done(1)));
  await began(child);
  const code = await exit;
  if (code !== 0)
    throw new Error(
      code === refusedCode ? "" : "Preparing the instance failed; start again and it goes on where it stopped.",
    );
  return JSON.parse(await readFile(out, "utf8")) as Prepared;
}

/** The one-shot process has said why it may not go on. */
const refusedCode = 3;
