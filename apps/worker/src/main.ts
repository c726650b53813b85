import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { openDeps } from "@countersign/usecases";
import { run, type WorkerEvents } from "graphile-worker";
import { readEnv } from "./env.ts";
import { expireApprovals } from "./expire-approvals.ts";
import { jobs } from "./jobs/lanes.ts";
import { Liveness } from "./liveness.ts";
import { notices, sweepNotices } from "./notices.ts";
import { roundCheck } from "./round-check.ts";
import { removeLeftovers } from "./scratch.ts";
import { smtpPost } from "./smtp.ts";
import { tend } from "./tend.ts";

/** Takes jobs until SIGTERM; a job cut off is taken up again by the next worker and records nothing twice. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const deps = await openDeps({ ...env, name: "countersign-worker" });
  // In the bundle the child stands beside this file; from source the checks package knows its own.
  const bundled = import.meta.url.endsWith("/dist/worker.js");
  const childEntry = bundled ? fileURLToPath(new URL("./child.js", import.meta.url)) : undefined;
  await removeLeftovers();
  const alive = new Liveness(env.databaseUrl);
  await alive.start();
  const events = new EventEmitter() as WorkerEvents;
  const said = (error: unknown): void =>
    void process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // A job is locked in the name of the whole pool.
  events.on("pool:create", ({ workerPool }) => void alive.hold(workerPool.id).catch(said));
  const runner = await run({
    events,
    connectionString: env.databaseUrl,
    concurrency: env.concurrency,
    noHandleSignals: false,
    pollInterval: 500,
    crontab: "*/5 * * * * approvals_expire\n0 * * * * notices_sweep",
    taskList: {
      round_check: roundCheck(deps, { childEntry, advisories: env.advisories, wallMs: env.checkSeconds * 1000 }),
      approvals_expire: expireApprovals(deps),
      notices_sweep: sweepNotices(deps),
    },
  });
  const untended = tend(deps, env.databaseUrl, alive, said);
  const unmade = jobs(deps, said);
  // The queue ends the process by the same signal once its own work is over: what is made beside it is given back at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void unmade().catch(said));
  const { mail } = env;
  const unnoticed = notices(deps, mail && { post: smtpPost(mail.url, mail.from), secret: mail.secret }, said);
  const health = createServer((_request, response) => response.end("ok\n"));
  health.listen(env.healthPort, "127.0.0.1", () => {
    const address = health.address();
    process.stdout.write(`worker ready on ${typeof address === "object" ? address?.port : ""}\n`);
  });
  await runner.promise;
  health.close();
  await untended();
  await unnoticed();
  await unmade();
  await alive.end();
  await deps.database.end();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
