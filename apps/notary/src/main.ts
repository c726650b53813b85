import { readEnv } from "./env.ts";
import { serveHealth } from "./health.ts";
import { openIdentity } from "./key.ts";
import { run } from "./run.ts";
import { newStatus } from "./status.ts";

/** Runs until SIGTERM or SIGINT. Exits 1 with a sentence when it refuses to sign; nothing else ends it. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const identity = await openIdentity(env.folder, env.origin);
  const status = newStatus();
  const health = await serveHealth(env.healthPort, status);
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  let told = false;
  try {
    await run({
      databaseUrl: env.databaseUrl,
      identity,
      status,
      stop: stop.signal,
      ready() {
        if (!told) process.stdout.write(`notary ready on ${health.port}\n`);
        told = true;
      },
      warn: (line) => process.stderr.write(`notary: ${line}\n`),
    });
  } finally {
    health.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`notary: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
