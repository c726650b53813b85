import { type Reader, row, rows } from "@countersign/db";
import type { NoticeKind } from "@countersign/domain";
import type { EventCore } from "@countersign/record";

/** Somebody whom an event concerns, beside whose turn it makes. */
export interface Concerned {
  personId: string;
  kind: NoticeKind;
  /** The review that it is told of; null: the person's own account. */
  reviewId: string | null;
}

type Tells = (reader: Reader, core: EventCore) => Promise<Concerned[]>;

/** To whoever asked for the review. */
const toAsker =
  (reviewId: (core: EventCore) => string): Tells =>
  async (reader, core) => {
    const review = await row(reader, "review", reviewId(core));
    return review ? [{ personId: review.requested_by, kind: "decision", reviewId: review.id }] : [];
  };
const ofStream = (core: EventCore): string => core.stream.replace(/^review:/, "");
const cell = (core: EventCore, table: string, column: string): string =>
  String(core.rows.find(({ t }) => t === table)?.row[column] ?? "");

/** To everybody who has written in the discussion before. */
const toWriters: Tells = async (reader, core) => {
  const reviewId = ofStream(core);
  const before = (await rows(reader, "comment", { review_id: reviewId })).filter(
    ({ id, written_at }) => written_at <= core.claimed_at && id !== cell(core, "comment", "id"),
  );
  return [...new Set(before.map(({ person_id }) => person_id))].map((personId) => ({
    personId,
    kind: "answer",
    reviewId,
  }));
};

const toPerson =
  (personId: (core: EventCore) => string): Tells =>
  async (_reader, core) => [{ personId: personId(core), kind: "security", reviewId: null }];
const toHolder = toPerson((core) => cell(core, "role_grant", "person_id"));
const toOwner = toPerson((core) => cell(core, "token", "owner_id"));

const tellers: Partial<Record<EventCore["act"], Tells>> = {
  "review.approved": toAsker(ofStream),
  "review.rejected": toAsker(ofStream),
  "review.changes_requested": toAsker(ofStream),
  "review.withdrawn": toAsker(ofStream),
  "approval.revoked": toAsker((core) => cell(core, "approval", "review_id")),
  "review.commented": toWriters,
  "token.created": toOwner,
  "token.rotated": toOwner,
  "role.granted": toHolder,
  "role.asked": toHolder,
  "role.confirmed": toHolder,
  "role.revoked": toHolder,
  "credential.reset": toPerson((core) => String(core.data["person_id"])),
};

/** Whom an event is told to, and as what: never to whoever did it. */
export async function concernedBy(reader: Reader, core: EventCore): Promise<Concerned[]> {
  const concerned = (await tellers[core.act]?.(reader, core)) ?? [];
  return concerned.filter(({ personId }) => personId !== core.actor.person);
}
