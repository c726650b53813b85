import { type Reader, trail, type TrailFilter } from "@countersign/db";
import type { EventView } from "@countersign/domain";
import type { EventCore } from "@countersign/record";
import { People } from "../people/names.ts";
import { sentence } from "./sentence.ts";

/** A stretch of the trail as pages show it, newest first. */
export async function eventViews(reader: Reader, filter: TrailFilter): Promise<EventView[]> {
  const found = await trail(reader, filter);
  const cores = found.map((entry) => JSON.parse(Buffer.from(entry.core).toString("utf8")) as EventCore);
  const people = await People.load(reader, cores.map((core) => core.actor.person));
  return found.map((entry, i) => {
    const core = cores[i] as EventCore;
    return {
      idx: entry.idx, at: entry.at, claimedAt: core.claimed_at, origin: core.origin, act: core.act, stream: core.stream, sver: core.sver,
      actor: people.get(core.actor.person), actorKind: core.actor.kind, roles: core.actor.roles, text: sentence(core),
    };
  });
}
