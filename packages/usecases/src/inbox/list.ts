import { type Row, rows } from "@countersign/db";
import { type InboxTab, type InboxView, isPermitted } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import { type Ask, defineQuery } from "../kernel/query.ts";
import type { ReviewStand } from "../reviews/facts.ts";
import { decidedStates, openStates } from "../reviews/states.ts";
import { Desk } from "./desk.ts";
import { couldBeTurn, type Entry, entry, findingEntries, inFull, openEntry } from "./items.ts";

const input = z.strictObject({
  /** Only these; your turn shows also the first that wait for others, after it. Absent: all. */
  tab: z.enum(["turn", "waiting", "mine", "decided", "snoozed"]).optional(),
  /** As many entries as are told in full. */
  first: z.int().min(1).max(1000).default(200),
});

/** Whose turn it is: every open review with the reason why it stands where it does, yours first, then by due date. */
export const inbox = defineQuery({
  name: "inbox.list",
  input,
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run(ask, _seen, { tab, first }): Promise<InboxView> {
    const { reader, known } = ask;
    const open = await rows(
      reader,
      "review",
      { workspace_id: known.workspaces, state: [...openStates] },
      { order: "due_at" },
    );
    const ended = await endedReviews(ask);
    // A condition outlives the review that set it, however long ago that ended.
    const conditions = await rows(reader, "condition", { state: ["in_force", "evidence_given"] });
    const conditioned = await rows(reader, "review", {
      workspace_id: known.workspaces,
      id: [...new Set(conditions.map((condition) => condition.review_id))],
    });
    const findings = Map.groupBy(
      await rows(reader, "finding", { review_id: open.map(({ id }) => id), state: ["open", "answered"] }),
      (finding) => finding.review_id,
    );
    const desk = await Desk.load(ask, [...open, ...ended, ...conditioned]);
    const of = (reviews: Row<"review">[]): ReviewStand[] =>
      reviews.map(({ id }) => desk.stands.get(id)).filter((stand) => stand !== undefined);
    await desk.judge(of(open).flatMap((stand) => (couldBeTurn(desk, stand) ? [stand.review.id] : [])));
    const conditionsOf = Map.groupBy(conditions, (condition) => condition.review_id);
    const opened = of(open).map((stand) => openEntry(desk, stand));
    const parts = [
      ...opened.flatMap((one) => findingEntries(desk, one, findings.get(one.stand.review.id) ?? [])),
      ...of(conditioned).flatMap((stand) => conditionEntries(desk, stand, conditionsOf.get(stand.review.id) ?? [])),
    ];
    const acted = new Set(parts.map(({ stand }) => stand.review.id));
    const entries = [
      ...parts,
      // Of what asks something of you nothing says as well that there is nothing for you to do.
      ...opened.filter(({ kind, stand }) => kind === "turn" || !acted.has(stand.review.id)),
      ...of(ended).map((stand) => decidedEntry(desk, stand)),
    ].toSorted(byUrgency);
    const on = (wanted: InboxTab): Entry[] => entries.filter((entry) => tabOf(entry) === wanted);
    const wanted =
      tab === undefined ? entries : [...on(tab), ...(tab === "turn" ? on("waiting").slice(0, waitingBeside) : [])];
    const yours = on("turn");
    const shown = wanted.slice(0, first);
    const reviewIds = shown.map(({ stand }) => stand.review.id);
    await desk.judge(reviewIds);
    await desk.introduce(reviewIds);
    return {
      items: shown.map((one) => inFull(desk, one)),
      counts: {
        turn: yours.length,
        waiting: on("waiting").length,
        mine: on("mine").length,
        decided: on("decided").length,
        snoozed: on("snoozed").length,
      },
      late: yours.filter(({ overdue }) => overdue).length,
      you: desk.people.get(desk.me),
      roles: [...new Set(known.workspaces.flatMap((workspace) => known.rolesIn(workspace)))],
    };
  },
});

/** A condition or a finding of yours is as much yours to do as a signature. */
const tabOf = ({ kind, snoozedUntil }: Entry): InboxTab =>
  snoozedUntil !== null ? "snoozed" : kind === "condition" || kind === "finding" ? "turn" : kind;

const lastEnded = 20;
/** As many that wait for others as are shown after your turn. */
const waitingBeside = 3;

/** The last that ended of those that this person signed or asked for. */
async function endedReviews({ reader, known }: Ask): Promise<Row<"review">[]> {
  const ended = { workspace_id: known.workspaces, state: [...decidedStates, "withdrawn"] };
  const newest = { order: "ended_at", descending: true, limit: lastEnded } as const;
  const me = known.personId ?? "";
  const signed = await rows(
    reader,
    "decision",
    { person_id: me },
    { order: "signed_at", descending: true, limit: 10 * lastEnded },
  );
  const found = [
    ...(await rows(reader, "review", { ...ended, id: signed.map(({ review_id }) => review_id) }, newest)),
    ...(await rows(reader, "review", { ...ended, requested_by: me }, newest)),
  ];
  return [...new Map(found.map((review) => [review.id, review])).values()]
    .toSorted((a, b) => (b.ended_at ?? "").localeCompare(a.ended_at ?? ""))
    .slice(0, lastEnded);
}

const rank = { turn: 0, condition: 0, finding: 0, mine: 1, waiting: 2, decided: 3 } as const;

/** Yours first; within a day what waits for nobody else, then the higher tier (ux I3). What is decided: newest first. */
function byUrgency(a: Entry, b: Entry): number {
  if (rank[a.kind] !== rank[b.kind]) return rank[a.kind] - rank[b.kind];
  if (a.kind === "decided") return (b.stand.review.ended_at ?? "").localeCompare(a.stand.review.ended_at ?? "");
  return (
    a.dueAt.slice(0, 10).localeCompare(b.dueAt.slice(0, 10)) ||
    Number(b.onlyYou) - Number(a.onlyYou) ||
    a.stand.review.tier.localeCompare(b.stand.review.tier) ||
    a.dueAt.localeCompare(b.dueAt)
  );
}

function decidedEntry(desk: Desk, stand: ReviewStand): Entry {
  const decisions = desk.decisions.get(stand.review.id) ?? [];
  const mine = decisions.filter((decision) => decision.person_id === desk.me);
  const own = mine.findLast((decision) => decision.round_id === stand.round.id && decision.state === "valid");
  const part = own
    ? msg("You signed: {act}.")
    : mine.length > 0
      ? msg("You took your signature back.")
      : msg("You asked for it.");
  return entry(desk, stand, "decided", ({ say }) => say(part, { act: say.term(own?.act ?? "") }));
}

/** Which conditions of a review are this person's to act on. */
export function conditionEntries(desk: Desk, stand: ReviewStand, conditions: Row<"condition">[]): Entry[] {
  const { ask, me } = desk;
  const roles = ask.known.rolesIn(stand.review.workspace_id);
  const accepts = isPermitted("condition.accept", ask.known.actor.kind, roles);
  return conditions.flatMap((condition) => {
    const [reason, todo] =
      condition.state === "in_force" && condition.owner_id === me
        ? [msg("Condition {n} waits for your evidence."), msg("Give evidence")]
        : condition.state === "evidence_given" && accepts && condition.owner_id !== me
          ? [msg("Condition {n} has its evidence: accept it, or say what is missing."), msg("Accept or return")]
          : [null, null];
    if (reason === null) return [];
    const { number, state, due_at } = condition;
    const due = { dueAt: due_at, overdue: due_at < ask.at };
    return [
      entry(desk, stand, "condition", ({ say }) => say(reason, { n: number }), {
        todo,
        part: { number, state },
        ...due,
      }),
    ];
  });
}
