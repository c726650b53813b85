import { readFileSync, writeSync } from "node:fs";
import { CheckFault, type CheckContext } from "../check.ts";
import { useDataLimits } from "../data/limits.ts";
import { findCheck } from "../registry.ts";
import { finiteMeasurement } from "./finite.ts";
import type { ChildJob, ChildMessage } from "./protocol.ts";
import { createSuiteState } from "./suite-state.ts";

const resultDescriptor = 3;

/** Writes one line, waiting out a full pipe: a lost line would read as a crash. */
function send(message: ChildMessage): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(resultDescriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof CheckFault) return error.message.slice(0, 2000);
  const text = error instanceof Error ? error.message : String(error);
  return `The check stopped: ${text.replaceAll(/\s+/g, " ").slice(0, 400)}`;
}

async function runOne(
  job: ChildJob,
  request: ChildJob["requested"][number],
  suite: CheckContext["suite"],
): Promise<ChildMessage> {
  const check = findCheck(request.check);
  if (!check) return { at: "error", index: request.index, reason: `There is no check called ${request.check}.` };
  const ctx: CheckContext = { ...job.input, params: request.params, suite, signal: new AbortController().signal };
  const outcome = await check.run(ctx);
  const message: ChildMessage = {
    at: "measured",
    index: request.index,
    status: outcome.status,
    ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
    measurements: outcome.measurements.map(finiteMeasurement),
    assurance: outcome.assurance,
    engine: { node: process.versions.node, ...outcome.engine },
  };
  if (JSON.stringify(message).length > job.limits.resultBytes)
    return { at: "error", index: request.index, reason: "The result is larger than a result may be." };
  return message;
}

const job = JSON.parse(readFileSync(0, "utf8")) as ChildJob;
useDataLimits({ rows: job.limits.rows, columns: job.limits.columns });
const suite = createSuiteState(job.lost, (step) => send({ at: "step", step }));
for (const request of job.requested) {
  send({ at: "start", index: request.index });
  const message = await runOne(job, request, suite).catch((error: unknown): ChildMessage => ({
    at: "error",
    index: request.index,
    reason: reasonOf(error),
  }));
  send(message);
}
process.exit(0);
