import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Row, rows } from "@countersign/db";
import type { Submission, VersionFile } from "@countersign/domain";
import { modelKey, type Review, type World } from "@countersign/testing";
import { draftVersion, uploadArtifact } from "@countersign/usecases";
import { inject } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const story = (path: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../../../test/fixtures/stories/credit/${path}`, import.meta.url)));

/** A worker of its own process, as the product runs it. What it says on standard error is kept. */
export class WorkerProcess {
  readonly child: ChildProcess;
  said = "";

  constructor(world: World, env: Record<string, string> = {}) {
    this.child = spawn(process.execPath, [main], {
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        PATH: "/usr/bin:/bin",
        COUNTERSIGN_DATABASE_URL: world.database.url("countersign_worker"),
        COUNTERSIGN_ARTIFACTS: inject("server").artifacts,
        COUNTERSIGN_PORTAL_URL: "http://portal.test",
        ...env,
      },
    });
    this.child.stderr?.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
  }

  /** Ids of the processes that it measures in at this moment. */
  children(): number[] {
    return readFileSync(`/proc/${this.child.pid}/task/${this.child.pid}/children`, "utf8")
      .split(" ")
      .map(Number)
      .filter((pid) => pid > 0);
  }

  /** Ends it as an operator would, or as a machine does. */
  async end(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill(signal);
    await gone;
  }
}

/** A version with the real test data of the credit story, and a model of these bytes; submitted for production. */
export async function submitted(
  world: World,
  model?: Uint8Array,
  onnx: Submission["onnx"] = { input: "columns", output: "probabilities", class: 1 },
): Promise<Review> {
  const file = async (role: VersionFile["role"], path: string, bytes: Uint8Array): Promise<VersionFile> => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const uploaded = await uploadArtifact(
      world.deps,
      world.as("tomas"),
      sha256,
      (async function* () {
        yield bytes;
      })(),
    );
    if (!uploaded.ok) throw new Error(uploaded.reason);
    return { role, path, sha256, size: bytes.length, ...(role === "model" ? { part: "onnx" } : {}) };
  };
  const files = [
    await file("model", "model.onnx", model ?? (await story("versions/1.0/model.onnx"))),
    await file("test", "test.parquet", await story("data/test.parquet")),
  ];
  const submission: Submission = {
    countersign: 1,
    model: modelKey,
    task: "binary",
    files: { onnx: "model.onnx" },
    onnx,
    data: {
      test: { path: "test.parquet", target: "defaulted", id: "application_id" },
      groups: ["sex", "age_band", "region"],
    },
    decision: { threshold: 0.2, favourable: "below" },
    run: { trainer: "tomas@northgate.example", commit: "4f1c2b0" },
  };
  return world.submit(await world.act("tomas", draftVersion, { submission, files }));
}

export const checksOf = (world: World, review: Review): Promise<Row<"check_run">[]> =>
  rows(world.deps.database, "check_run", { review_id: review.reviewId });

/** Waits until something holds; throws after a minute and a half, with what the worker said. */
export async function until(worker: WorkerProcess, what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; Date.now() < end; await sleep(20)) if (await holds()) return;
  throw new Error(`${what}: not within 90 s. ${worker.said}`);
}

export const sealed = (world: World, review: Review) => async (): Promise<boolean> =>
  (await rows(world.deps.database, "round", { review_id: review.reviewId })).every((round) => round.state === "sealed");

/** Jobs of the queue, as its own login sees them. */
export async function jobs(world: World): Promise<{ locked_by: string | null; attempts: number }[]> {
  const found = await world.database.admin.pool.query<{ locked_by: string | null; attempts: number }>(
    "select locked_by, attempts from graphile_worker._private_jobs",
  );
  return found.rows;
}

/** How many events of an act the review's stream holds. */
export async function events(world: World, act: string, review: Review): Promise<number> {
  const found = await world.database.admin.pool.query<{ n: string }>(
    "select count(*) as n from audit.event where convert_from(core, 'UTF8')::jsonb ->> 'act' = $1 and stream = $2",
    [act, `review:${review.reviewId}`],
  );
  return Number(found.rows[0]?.n);
}
