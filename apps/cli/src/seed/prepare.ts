import { readFile, rename, writeFile } from "node:fs/promises";
import { type Deps, instanceState, makeSetUpLink, openDeps, personWithEmail } from "@countersign/usecases";
import type { DemoPerson } from "../up/ready-file.ts";
import { demoPeople } from "./people.ts";
import { tellStory } from "./story.ts";

export interface Prepared {
  operatorToken: string | null;
  people: DemoPerson[];
  setUpUrl: string | null;
}

/** Ends with exit code 3 after its sentence: the wish cannot be met, and trying again changes nothing. */
class Refusal extends Error {}

/**
 * The one-shot process of `up`, under the application's role: seeds the demo while the instance is in set-up,
 * or makes the one-time link for the first administrator. What it made once it only reads again.
 */
async function main(env: Record<string, string | undefined>): Promise<void> {
  const need = (name: string): string => env[name] ?? fail(`${name} is not set`);
  const out = need("COUNTERSIGN_PREPARED");
  const models = Number(need("COUNTERSIGN_SEED_MODELS"));
  const seeds = env["COUNTERSIGN_SEED"] === "demo" || env["COUNTERSIGN_SEED"] === "large";
  const deps = await openDeps({
    databaseUrl: seeds ? withoutWaiting(need("COUNTERSIGN_DATABASE_URL")) : need("COUNTERSIGN_DATABASE_URL"),
    artifacts: need("COUNTERSIGN_ARTIFACTS"),
    portalUrl: need("COUNTERSIGN_PORTAL_URL"),
    name: "countersign-prepare",
  });
  const state = await instanceState(deps);
  if (seeds) await requireDemo(deps, state);
  const before = await readFile(out, "utf8").then(
    (text) => JSON.parse(text) as Prepared,
    () => null,
  );
  // Killed between going live and the file, the story is told to its end: what has happened answers as before.
  if (seeds && (state !== "live" || before === null)) {
    const say = (line: string): void => void process.stdout.write(`${line}\n`);
    say("Telling the demo's story through the product's own commands …");
    const began = await beganAt(`${out}.began`);
    const [origin, samples] = [need("COUNTERSIGN_LOG_ORIGIN"), need("COUNTERSIGN_SAMPLES")];
    await save(out, await tellStory(deps, { origin, began, models, samples, say }));
  } else if (state === null) {
    await save(out, {
      operatorToken: null,
      people: [],
      setUpUrl: `${deps.portalUrl}/setup?token=${await makeSetUpLink(deps)}`,
    });
  } else {
    await save(out, { operatorToken: before?.operatorToken ?? null, people: before?.people ?? [], setUpUrl: null });
  }
  await deps.database.end();
}

/** The demo is told from an empty instance, or goes on with its own; nobody else's instance becomes one. */
async function requireDemo(deps: Deps, state: string | null): Promise<void> {
  if (state === null || (await personWithEmail(deps, demoPeople[0].email)) !== null) return;
  throw new Refusal(
    "This instance has its own people and records already, so the demo cannot be told in it. Start it without --seed, or start the demo in another folder with --data DIR.",
  );
}

/** Commits of a seed need not wait for the disk: a step that is lost with its key in a power cut is told again. */
function withoutWaiting(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const before = url.searchParams.get("options");
  url.searchParams.set("options", [before, "-c synchronous_commit=off"].filter(Boolean).join(" "));
  return url.href;
}

/** The day the story is told from; kept, so that a seed that was killed goes on with the same dates. */
async function beganAt(path: string): Promise<Date> {
  const kept = await readFile(path, "utf8").catch(() => null);
  if (kept) return new Date(kept);
  const now = new Date();
  await writeFile(path, now.toISOString());
  return now;
}

async function save(path: string, prepared: Prepared): Promise<void> {
  await writeFile(`${path}.tmp`, JSON.stringify(prepared, null, 2), { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

main(process.env).catch((error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${cause}\n`);
  process.exitCode = error instanceof Refusal ? 3 : 1;
});
