import type { StrictJson } from "@countersign/record";
import type { z } from "zod";
import { command } from "../kernel/command.ts";

/** What somebody read of the trail, as the log keeps it. */
interface Reading {
  scope: string;
  from_index: number | null;
  count: number;
}

/**
 * The command that records, in the reader's own stream, that somebody reads of the trail (peers 5.8, 11). A query that is
 * `recordedBy` it gives no answer without that event.
 */
export const recordsReading = <I>(input: z.ZodType<I>, told: (input: I) => Reading) =>
  command({
    name: "event.list",
    input,
    load: async () => ({ workspaceId: null }),
    async run(run, _scope, asked) {
      const reading: { [key: string]: StrictJson } = { ...told(asked) };
      run.record("trail.read", `reader:${run.known.personId ?? "system"}`, reading);
      return { recorded: true };
    },
  });
