import { type Reader, rows } from "@countersign/db";
import { Desk } from "../inbox/desk.ts";
import type { Entry } from "../inbox/items.ts";
import { yoursOf } from "../inbox/standing.ts";
import type { Deps } from "../kernel/deps.ts";
import type { ReviewFacts } from "../reviews/facts.ts";
import { askAs } from "./notice.ts";

/** What each person has to do in a review now, by the very rules of their inbox. */
export async function turnsIn(
  deps: Deps,
  reader: Reader,
  facts: ReviewFacts,
  at: string,
): Promise<Map<string, Entry[]>> {
  const owners = facts.conditions.map(({ owner_id }) => owner_id);
  const people = new Set([...facts.activePeople, facts.review.requested_by, ...owners]);
  const turns = new Map<string, Entry[]>();
  for (const personId of people) {
    const entries = yoursOf(await Desk.of(await askAs(deps, reader, personId, at), facts), facts);
    if (entries.length > 0) turns.set(personId, entries);
  }
  return turns;
}

/** What a turn is told as: the same turn of the same round is told once, and again where somebody has asked this person for it. */
export function turnKey({ review, round, assignments }: ReviewFacts, personId: string, entry: Entry): string {
  const { act, part, kind } = entry;
  const asked = act === null ? undefined : assignments.find(({ person_id }) => person_id === personId);
  const what = act ?? `${kind} ${part?.number ?? ""} ${part?.state ?? ""}`;
  return ["turn", review.id, round.number, what, ...(asked ? [asked.id] : [])].join(":");
}

/** Open reviews of models and versions: what is done to those can move a turn. */
export async function openReviewsOf(
  reader: Reader,
  where: { model_id: string } | { version_id: string },
): Promise<string[]> {
  const state = ["in_validation", "changes_requested", "pending_approval"];
  return (await rows(reader, "review", { ...where, state })).map(({ id }) => id);
}
