import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { certificatePrinter } from "@countersign/reports";
import { openDeps, removeCutUploads } from "@countersign/usecases";
import { gateway } from "./app.ts";
import { readEnv } from "./env.ts";

/** The built child of the reports package: it has the native compiler and the fonts, this process has not. */
const printingProgram = fileURLToPath(import.meta.resolve("@countersign/reports/child"));

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const deps = await openDeps({ ...env, name: "countersign-gateway" });
  await removeCutUploads(env.artifacts);
  const server = serve(
    { fetch: gateway(deps, certificatePrinter(printingProgram)).fetch, port: env.port, hostname: env.host },
    (address) => {
      process.stdout.write(`gateway ready on ${address.port}\n`);
    },
  );
  const stop = (): void => {
    server.close(() => void deps.database.end().then(() => process.exit(0)));
    setTimeout(() => process.exit(0), 3_000).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
