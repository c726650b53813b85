import { leavesAt, logHead, trail } from "@countersign/db";
import { type EventExport, permissions } from "@countersign/domain";
import { inclusionProof, toBase64 } from "@countersign/tlog";
import { english } from "@countersign/words";
import { storedSubtrees } from "../evidence/subtrees.ts";
import { defineQuery } from "../kernel/query.ts";
import { filterOf, narrowing, scopeWords } from "./narrowing.ts";
import { recordsReading } from "./reading.ts";
import { entriesOf } from "./view.ts";

/** No more entries than this in one file, the newest first; the rest is taken by days. */
const exportMost = 5_000;

/**
 * A selection of the trail to take away: each entry with its bytes and the hashes that lead to the signed root. What
 * was left out is counted. That it was taken is recorded first.
 */
export const eventExport = defineQuery({
  name: "event.export",
  input: narrowing,
  roles: permissions["event.list"].roles,
  see: async () => ({ workspaceId: null }),
  recordedBy: () => takeTrail,
  async run({ reader, known }, _seen, input): Promise<EventExport> {
    const { checkpoint, size, origin } = await logHead(reader);
    const found = await trail(reader, {
      ...(await filterOf(reader, known, input)),
      before: checkpoint?.size ?? 0,
      limit: exportMost,
    });
    const open = (await entriesOf(reader, known.personId ?? "", found, english)).flatMap(({ closed, view }) =>
      closed ? [] : [view],
    );
    const leaves = await leavesAt(
      reader,
      open.map(({ idx }) => idx ?? -1),
    );
    const subtrees = await storedSubtrees(reader);
    return {
      origin,
      checkpoint: checkpoint?.note ?? null,
      total: checkpoint?.size ?? 0,
      unsigned: size - (checkpoint?.size ?? 0),
      leftOut: (checkpoint?.size ?? 0) - open.length,
      entries: open.map((event) => ({
        event,
        leaf: Buffer.from(leaves.get(event.idx ?? -1) ?? []).toString("utf8"),
        proof: inclusionProof(event.idx ?? 0, checkpoint?.size ?? 0, subtrees).map(toBase64),
      })),
    };
  },
});

const takeTrail = recordsReading(narrowing, (input) => ({
  scope: `export of ${scopeWords(input)}`,
  from_index: null,
  count: exportMost,
}));
