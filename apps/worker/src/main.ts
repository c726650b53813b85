import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { openDeps } from "@countersign/usecases";
import { run } from "graphile-worker";
import { readEnv } from "./env.ts";
import { expireApprovals } from "./expire-approvals.ts";
import { roundCheck } from "./round-check.ts";

/** Takes jobs until SIGTERM; a job cut off is taken up again by the next worker and records nothing twice. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const deps = await openDeps({ ...env, name: "countersign-worker" });
  // In the bundle the child stands beside this file; from source the checks package knows its own.
  const bundled = import.meta.url.endsWith("/dist/worker.js");
  const childEntry = bundled ? fileURLToPath(new URL("./child.js", import.meta.url)) : undefined;
  const runner = await run({
    connectionString: env.databaseUrl,
    concurrency: env.concurrency,
    noHandleSignals: false,
    pollInterval: 500,
    crontab: "*/5 * * * * approvals_expire",
    taskList: {
      "round_check": roundCheck(deps, { childEntry, advisories: env.advisories }),
      "approvals_expire": expireApprovals(deps),
    },
  });
  const health = createServer((_request, response) => response.end("ok\n"));
  health.listen(env.healthPort, "127.0.0.1", () => {
    const address = health.address();
    process.stdout.write(`worker ready on ${typeof address === "object" ? address?.port : ""}\n`);
  });
  await runner.promise;
  health.close();
  await deps.database.end();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
