import { type Reader, rows, trail, type TrailFilter, type TrailRow } from "@countersign/db";
import type { EventView } from "@countersign/domain";
import type { EventCore } from "@countersign/record";
import type { Say } from "@countersign/words";
import type { Ask } from "../kernel/query.ts";
import { People } from "../people/names.ts";
import { hidesDecisions, isHideable } from "../reviews/hidden.ts";
import { openStates } from "../reviews/states.ts";
import { closedSentence, sentence } from "./sentence.ts";

export interface Entry {
  core: EventCore;
  /** A decision that the reader does not see yet: of its content nothing is told. */
  closed: boolean;
  view: EventView;
}

/** Recorded events as they are told to a person. What a decision says stays hidden where the decision does. */
export async function entriesOf(reader: Reader, personId: string, found: TrailRow[], say: Say): Promise<Entry[]> {
  const cores = found.map(({ core }) => core);
  const people = await People.load(
    reader,
    cores.map((core) => core.actor.person),
  );
  const streams = await closedStreams(reader, personId, cores);
  const hides = (core: EventCore): boolean =>
    streams.has(core.stream) && decides(core) && core.actor.person !== personId;
  const seals = await sealsOf(
    reader,
    cores.filter((core) => !hides(core)),
  );
  return found.map((row, i) => {
    const core = cores[i] as EventCore;
    const closed = hides(core);
    const view = {
      idx: row.idx,
      at: row.at,
      claimedAt: core.claimed_at,
      origin: core.origin,
      act: core.act,
      stream: core.stream,
      sver: core.sver,
      actor: people.get(core.actor.person),
      actorKind: core.actor.kind,
      roles: core.actor.roles,
      seal: closed && core.act === "decision.signed" ? "hidden" : (seals.get(signedIn(core) ?? "") ?? null),
      sentence: closed ? closedSentence() : sentence(core, say),
    };
    return { core, closed, view };
  });
}

/** A stretch of the trail as pages show it to a person, newest first. */
export const eventViews = async ({ reader, known, say }: Ask, filter: TrailFilter): Promise<EventView[]> =>
  (await entriesOf(reader, known.personId ?? "", await trail(reader, filter), say)).map(({ view }) => view);

/** An approver's decision being given or taken back. */
const decides = (core: EventCore): boolean =>
  core.act === "decision.withdrawn" ||
  (core.act === "decision.signed" &&
    core.rows.some((image) => image.t === "decision" && isHideable({ act: String(image.row["act"]) })));

/** Id of the signature that an event gives; null: it gives none. */
const signedIn = (core: EventCore): string | null =>
  core.act === "decision.signed" || core.act === "review.changes_requested"
    ? (core.rows.flatMap(({ t, row }) =>
        t === "decision" && row["state"] === "valid" ? [String(row["id"])] : [],
      )[0] ?? null)
    : null;

/** How the signatures that some events gave stand now, by id. */
async function sealsOf(reader: Reader, cores: EventCore[]): Promise<Map<string, string>> {
  const ids = cores.flatMap((core) => signedIn(core) ?? []);
  return new Map((await rows(reader, "decision", { id: ids })).map(({ id, state }) => [id, state]));
}

/** Streams of reviews whose decisions are hidden from somebody. */
async function closedStreams(reader: Reader, personId: string, cores: EventCore[]): Promise<Set<string>> {
  const decided = new Set(cores.filter(decides).map((core) => core.stream.replace(/^review:/, "")));
  const closed = new Set<string>();
  // Most reviews of a long stretch have ended: they are not asked for one by one.
  for (const { id } of await rows(reader, "review", { id: [...decided], state: [...openStates] }))
    if (await hidesDecisions(reader, id, personId)) closed.add(`review:${id}`);
  return closed;
}
