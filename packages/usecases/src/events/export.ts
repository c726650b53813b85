import { leavesAt, logHead, tiles, trail } from "@countersign/db";
import { type EventExport, permissions } from "@countersign/domain";
import type { EventCore } from "@countersign/record";
import { inclusionProof, tileSubtrees, toBase64 } from "@countersign/tlog";
import { command } from "../kernel/command.ts";
import { defineQuery } from "../kernel/query.ts";
import { narrowing, scopeWords } from "./narrowing.ts";
import { sightOf } from "./sight.ts";
import { closedStreams, eventViews, isClosedIn } from "./view.ts";

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
    const me = known.personId ?? "";
    const { checkpoint, size, origin } = await logHead(reader);
    const filter = {
      streams: input.stream ? [input.stream] : undefined,
      act: input.act,
      person: input.person,
      from: input.from,
      until: input.until,
      sight: await sightOf(reader, known),
      before: checkpoint?.size ?? 0,
      limit: exportMost,
    };
    const cores = (await trail(reader, filter)).map(
      ({ core }) => JSON.parse(Buffer.from(core).toString("utf8")) as EventCore,
    );
    const closed = await closedStreams(reader, me, cores);
    const views = await eventViews(reader, me, filter);
    const open = views.filter((_, i) => !isClosedIn(closed, me, cores[i] as EventCore));
    const leaves = await leavesAt(
      reader,
      open.map(({ idx }) => idx ?? -1),
    );
    const all = await tiles(reader);
    const subtrees = tileSubtrees((level, n) => all.get(`${level}/${n}`) ?? null);
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

/** Records that somebody takes a selection of the trail away, in their own stream. */
const takeTrail = command({
  name: "event.list",
  input: narrowing,
  load: async () => ({ workspaceId: null }),
  async run(run, _scope, input) {
    const scope = { scope: `export of ${scopeWords(input)}`, from_index: null, count: exportMost };
    run.record("trail.read", `reader:${run.known.personId ?? "system"}`, scope);
    return { recorded: true };
  },
});
