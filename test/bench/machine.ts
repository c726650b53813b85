import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import type { Database } from "@countersign/db";
import type { Bench } from "./instance.ts";
import { median } from "./statistics.ts";

/** What the figures were taken on: without it they say nothing. */
export async function machineFacts(bench: Bench, database: Database): Promise<string[]> {
  const settings = await database.pool.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'shared_buffers', 'server_version') order by name",
  );
  return [
    `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} processors, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${platform()} ${arch()}, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
    `Node ${process.versions.node}; PostgreSQL ${settings.rows
      .map(({ name, setting }) => (name === "server_version" ? setting : `${name} ${setting}`))
      .toReversed()
      .join(", ")}`,
    `fdatasync of 8 KiB on the data's disk: ${syncMs(bench).toFixed(2)} ms (median of 100)`,
  ];
}

function syncMs(bench: Bench): number {
  const file = openSync(join(bench.folder, "sync"), "w");
  const page = Buffer.alloc(8192);
  const times = Array.from({ length: 100 }, () => {
    const began = performance.now();
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return median(times);
}
