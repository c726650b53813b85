import { leavesAt, logHead, trail, trailCount, type TrailRow } from "@countersign/db";
import { type EventExport, type ExportedEntry, permissions } from "@countersign/domain";
import { inclusionProof, toBase64 } from "@countersign/tlog";
import { english } from "@countersign/words";
import { storedSubtrees } from "../evidence/subtrees.ts";
import type { JobSight } from "../jobs/stored.ts";
import { type Ask, defineQuery } from "../kernel/query.ts";
import { filterOf, narrowing, scopeWords } from "./narrowing.ts";
import { recordsReading } from "./reading.ts";
import { sightOf } from "./sight.ts";
import { type Entry, entriesOf } from "./view.ts";

/** So many entries are read and handed on at once. */
const pageSize = 1_000;

/** Who takes the entries as they are read. */
export interface TrailTaker {
  /** No more entries than this, the newest first; the rest is taken by days. */
  most: number;
  /** Some of them, newest first. `read`: how many of `of` have been read so far, with those that stay hidden. */
  take(entries: ExportedEntry[], read: number, of: number): Promise<void>;
}

/**
 * A selection of the trail to take away, of one moment: each entry with its bytes and the hashes that lead to the signed root.
 * What was left out is counted. That it was taken is recorded first.
 */
export const eventExport = ({ most, take }: TrailTaker) =>
  defineQuery({
    name: "event.export",
    input: narrowing,
    roles: permissions["event.list"].roles,
    see: async () => ({ workspaceId: null }),
    recordedBy: () => takesTrail(most),
    async run(ask, _seen, input): Promise<EventExport & { sight: JobSight }> {
      const { reader, known } = ask;
      const { checkpoint, size, origin } = await logHead(reader);
      const total = checkpoint?.size ?? 0;
      const filter = (await filterOf(ask, input)).filter;
      const of = Math.min(most, await trailCount(reader, { ...filter, before: total }));
      const withProof = await proving(ask, total);
      let [entries, read, before] = [0, 0, total];
      while (read < of) {
        const found = await trail(reader, { ...filter, before, limit: Math.min(pageSize, of - read) });
        if (found.length === 0) break;
        const open = await withProof(found);
        read += found.length;
        entries += open.length;
        before = found.at(-1)?.idx ?? 0;
        await take(open, read, of);
      }
      return {
        origin,
        checkpoint: checkpoint?.note ?? null,
        total,
        unsigned: size - total,
        leftOut: total - entries,
        entries,
        sight: await sightOf(reader, known),
      };
    },
  });

/** Gives the entries that are not hidden from who asks their bytes and their proofs. */
async function proving({ reader, known }: Ask, size: number): Promise<(found: TrailRow[]) => Promise<ExportedEntry[]>> {
  const subtrees = await storedSubtrees(reader);
  return async (found) => {
    const open = (await entriesOf(reader, known.personId ?? "", found, english)).filter(({ closed }) => !closed);
    const indexOf = ({ view }: Entry): number => view.idx ?? -1;
    const leaves = await leavesAt(reader, open.map(indexOf));
    return open.map((entry) => ({
      event: entry.view,
      leaf: Buffer.from(leaves.get(indexOf(entry)) ?? []).toString("utf8"),
      proof: inclusionProof(indexOf(entry), size, subtrees).map(toBase64),
    }));
  };
}

const takesTrail = (most: number) =>
  recordsReading(narrowing, (input) => ({ scope: `export of ${scopeWords(input)}`, from_index: null, count: most }));
