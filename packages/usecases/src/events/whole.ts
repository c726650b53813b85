import { checkpointsTo, logRows, type LogRow, newestCheckpoint, readSnapshot, rows } from "@countersign/db";
import { decodeLeaf } from "@countersign/record";
import { z } from "zod";
import { type Actor, knowActor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { execute } from "../kernel/execute.ts";
import { openStates } from "../reviews/states.ts";
import { recordsReading } from "./reading.ts";
import { sightOf } from "./sight.ts";

/** An entry for whoever verifies the whole log: its hash in the tree, and its bytes where the reader may have them. */
interface LogEntry {
  hash: Uint8Array | null;
  leaf: Uint8Array | null;
}

export interface WholeLog {
  /** Signed checkpoints, smallest first, the newest last: where something does not fit, they tell what still did. */
  checkpoints: string[];
  entries: AsyncIterable<LogEntry[]>;
}

const batch = 2_000;
const mostCheckpoints = 100;

/**
 * The whole signed log, for verification. That somebody read it is recorded first. Of what they may not see, and of approvers'
 * decisions in reviews that are still open, they get the hash alone: it proves as much of the tree and tells nothing.
 */
export async function readWholeLog(deps: Deps, actor: Actor): Promise<Result<WholeLog>> {
  const newest = await newestCheckpoint(deps.database);
  const size = newest?.size ?? 0;
  const recorded = await execute(deps, actor, takeWholeLog, { size });
  if (!recorded.ok) return recorded;
  const { sight, open } = await readSnapshot(deps.database, async (reader) => {
    const known = await knowActor(reader, actor, deps.now().toISOString());
    const reviews = await rows(reader, "review", { state: [...openStates] });
    return { sight: await sightOf(reader, known), open: new Set(reviews.map(({ id }) => `review:${id}`)) };
  });
  const me = actor.kind === "user" ? actor.personId : null;
  const mayHave = ({ ws, person, stream, bytes }: LogRow): boolean =>
    (ws === null ? sight.instanceOf === null || person === sight.instanceOf : sight.workspaces.includes(ws)) &&
    (person === me || !open.has(stream) || !holdsDecision(bytes));
  return {
    ok: true,
    value: {
      checkpoints: await checkpointsTo(deps.database, size, mostCheckpoints),
      entries: (async function* () {
        const read = (from: number) => logRows(deps.database, from, Math.min(size, from + batch));
        // The next is read while this one is on its way.
        let next = read(0);
        for (let from = batch; from < size + batch; from += batch) {
          const found = await next;
          next = from < size ? read(from) : Promise.resolve([]);
          next.catch(() => {});
          yield found.map((row) => ({ hash: row.hash, leaf: mayHave(row) ? row.bytes : null }));
        }
      })(),
    },
  };
}

/** Whether a leaf holds somebody's decision, given or taken back; one that cannot be read is held to: nothing of it is given away. */
function holdsDecision(bytes: Uint8Array): boolean {
  const read = decodeLeaf(bytes);
  return !read.ok || read.leaf.core.rows.some(({ t }) => t === "decision");
}

const takeWholeLog = recordsReading(z.strictObject({ size: z.int().min(0) }), ({ size }) => ({
  scope: "every signed entry, to verify it",
  from_index: 0,
  count: size,
}));
