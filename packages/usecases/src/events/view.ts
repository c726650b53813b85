import { type Reader, trail, type TrailFilter } from "@countersign/db";
import type { EventView } from "@countersign/domain";
import type { EventCore } from "@countersign/record";
import { People } from "../people/names.ts";
import { hidesDecisions, isHideable } from "../reviews/hidden.ts";
import { sentence } from "./sentence.ts";

/** A stretch of the trail as pages show it to a person, newest first. What a decision says stays hidden where the decision does. */
export async function eventViews(reader: Reader, personId: string, filter: TrailFilter): Promise<EventView[]> {
  const found = await trail(reader, filter);
  const cores = found.map((entry) => JSON.parse(Buffer.from(entry.core).toString("utf8")) as EventCore);
  const people = await People.load(
    reader,
    cores.map((core) => core.actor.person),
  );
  const closed = await closedStreams(reader, personId, cores);
  return found.map((entry, i) => {
    const core = cores[i] as EventCore;
    return {
      idx: entry.idx,
      at: entry.at,
      claimedAt: core.claimed_at,
      origin: core.origin,
      act: core.act,
      stream: core.stream,
      sver: core.sver,
      actor: people.get(core.actor.person),
      actorKind: core.actor.kind,
      roles: core.actor.roles,
      text: isClosedIn(closed, personId, core)
        ? "signed a decision, shown when the review has ended or you have given yours"
        : sentence(core),
    };
  });
}

/** An approver's decision being given or taken back. */
const decides = (core: EventCore): boolean =>
  core.act === "decision.withdrawn" ||
  (core.act === "decision.signed" &&
    core.rows.some((image) => image.t === "decision" && isHideable({ act: String(image.row["act"]) })));

/** Whether an event is a decision that somebody does not see yet, by the streams that are closed to them. */
export const isClosedIn = (closed: ReadonlySet<string>, personId: string, core: EventCore): boolean =>
  closed.has(core.stream) && decides(core) && core.actor.person !== personId;

/** Streams of reviews whose decisions are hidden from somebody. */
export async function closedStreams(reader: Reader, personId: string, cores: EventCore[]): Promise<Set<string>> {
  const closed = new Set<string>();
  for (const stream of new Set(cores.filter(decides).map((core) => core.stream))) {
    if (await hidesDecisions(reader, stream.replace(/^review:/, ""), personId)) closed.add(stream);
  }
  return closed;
}
