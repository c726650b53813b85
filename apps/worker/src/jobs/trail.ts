import { createReadStream } from "node:fs";
import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EventExport, ExportedEntry } from "@countersign/domain";
import type { Cell } from "@countersign/reports/csv";
import { xlsx } from "@countersign/reports/sheet";
import { eventExport, type JobEnd, type JobInput, query } from "@countersign/usecases";
import { ownFolder } from "../scratch.ts";
import { keep, type Making } from "./making.ts";
import { cellsOf, ending, heading, textOf, trailFiles } from "./trail-lines.ts";

/** No more entries than this in one file: a workbook is made in memory and at one go, a text entry by entry. */
const most = { xlsx: 10_000, csv: 1_000_000, ndjson: 1_000_000 };

/** A selection of the trail as a file, in the name of whoever asked for it. */
export async function makeTrail(making: Making, input: Extract<JobInput, { kind: "trail" }>): Promise<JobEnd> {
  const folder = await ownFolder("countersign-job-");
  try {
    const file = input.format === "xlsx" ? workbook() : text(input.format, input.of, join(folder, "entries"));
    making.step("recording");
    const taken = await query(
      making.deps,
      { kind: "user", personId: making.job.personId },
      eventExport({
        most: most[input.format],
        take: async (entries, read, of) => {
          making.signal.throwIfAborted();
          await file.take(entries);
          making.count(read, of);
        },
      }),
      input.of,
    );
    if (!taken.ok) return { problem: taken.refusal };
    const { sight, ...head } = taken.value;
    making.step("writing");
    return { file: await keep(making, trailFiles[input.format], file.end(head)), sight };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How a format takes its entries as they come, and what the file is once they are all there. */
interface Format {
  take(entries: ExportedEntry[]): Promise<void>;
  end(head: EventExport): AsyncIterable<Uint8Array>;
}

function workbook(): Format {
  const lines: Cell[][] = [heading];
  return {
    async take(entries) {
      lines.push(...entries.map(cellsOf));
    },
    async *end(head) {
      yield await xlsx([...lines, ending(head)], "Audit trail");
    },
  };
}

/** What stands first is known last: the entries wait beside. */
function text(format: keyof typeof textOf, filters: object, beside: string): Format {
  const { first, entry, last } = textOf[format];
  return {
    async take(entries) {
      await appendFile(beside, entries.map(entry).join(""));
    },
    async *end(head) {
      yield Buffer.from(first(head, filters));
      await appendFile(beside, "");
      yield* createReadStream(beside);
      yield Buffer.from(last(head));
    },
  };
}
