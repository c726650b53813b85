import { type Row, rows } from "@countersign/db";
import type { SinceView } from "@countersign/domain";
import type { Ask } from "../kernel/query.ts";
import { Disclosed, People } from "../people/names.ts";
import { factsAt, type ReviewFacts, type ReviewStand, standsOf } from "../reviews/facts.ts";
import { type EvidenceThen, evidenceThen, type ReviewedBefore, reviewedBefore, sinceOf } from "../reviews/since.ts";
import { snoozes } from "./snooze.ts";

/** What an inbox is told from. Read at once for all its reviews: how they stand, and what people did in any of their rounds. */
export class Desk {
  readonly ask: Ask;
  readonly me: string;
  readonly stands: Map<string, ReviewStand>;
  readonly marks: Map<string, Row<"section_mark">[]>;
  readonly decisions: Map<string, Row<"decision">[]>;
  /** Until when this person has put reviews off. */
  readonly snoozes: Map<string, string>;
  readonly #facts = new Map<string, ReviewFacts>();
  people = new People();
  texts = new Disclosed();
  #rounds = new Map<string, Row<"round">[]>();
  #evidence = new Map<string, EvidenceThen>();

  private constructor(
    ask: Ask,
    stands: Map<string, ReviewStand>,
    marks: Row<"section_mark">[],
    decisions: Row<"decision">[],
    snoozed: Map<string, string>,
  ) {
    this.ask = ask;
    this.me = ask.known.personId ?? "";
    this.stands = stands;
    this.marks = Map.groupBy(marks, (mark) => mark.review_id);
    this.decisions = Map.groupBy(decisions, (decision) => decision.review_id);
    this.snoozes = snoozed;
  }

  static async load(ask: Ask, reviews: Row<"review">[]): Promise<Desk> {
    const { reader, known } = ask;
    const stands = await standsOf(reader, reviews);
    const review_id = [...stands.keys()];
    return new Desk(
      ask,
      stands,
      await rows(reader, "section_mark", { review_id, person_id: known.personId ?? "", state: "valid" }),
      await rows(reader, "decision", { review_id }, { order: "signed_at" }),
      await snoozes(reader, known.personId ?? "", ask.at),
    );
  }

  /** One review, where its facts are at hand: whoever asks for many people reads them once. */
  static async of(ask: Ask, facts: ReviewFacts): Promise<Desk> {
    const snoozed = await snoozes(ask.reader, ask.known.personId ?? "", ask.at);
    const desk = new Desk(ask, new Map([[facts.review.id, facts]]), [], facts.decisions, snoozed);
    desk.#facts.set(facts.review.id, facts);
    return desk;
  }

  /** Loads the facts of some of the reviews: the dear part, so only of those that have to be judged or are shown. */
  async judge(reviewIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(reviewIds)].filter((id) => !this.#facts.has(id));
    const stands = missing.map((id) => this.stands.get(id)).filter((stand) => stand !== undefined);
    for (const [id, facts] of await factsAt(this.ask.reader, stands)) this.#facts.set(id, facts);
  }

  /** Loads the names, texts and earlier rounds of what is shown. */
  async introduce(reviewIds: string[]): Promise<void> {
    const { reader } = this.ask;
    const shown = reviewIds.map((id) => this.facts(id));
    this.people = await People.load(reader, [
      this.me,
      ...shown.flatMap(({ review, rolesInForce }) => [review.requested_by, ...rolesInForce.keys()]),
      ...shown.flatMap(({ assignments }) => assignments.map(({ assigned_by }) => assigned_by)),
      ...reviewIds.flatMap((id) => (this.decisions.get(id) ?? []).map(({ person_id }) => person_id)),
    ]);
    this.#rounds = Map.groupBy(await rows(reader, "round", { review_id: reviewIds }), (round) => round.review_id);
    this.#evidence = await evidenceThen(
      reader,
      shown.flatMap((facts) => {
        const before = facts.review.ended_at === null ? this.#before(facts) : null;
        return before ? [{ round: before.round, facts }] : [];
      }),
    );
    this.texts = await Disclosed.load(
      reader,
      shown.map(({ model }) => model.purpose),
    );
  }

  /** What changed since this person last reviewed it. */
  since(facts: ReviewFacts): SinceView | null {
    const before = this.#before(facts);
    return sinceOf(facts, before, before ? this.#evidence.get(before.round.id) : undefined);
  }

  #before({ review, round }: ReviewFacts): ReviewedBefore | null {
    const decisions = (this.decisions.get(review.id) ?? []).filter(({ person_id }) => person_id === this.me);
    return reviewedBefore(round, this.#rounds.get(review.id) ?? [], this.marks.get(review.id) ?? [], decisions);
  }

  facts(reviewId: string): ReviewFacts {
    const facts = this.#facts.get(reviewId);
    if (!facts) throw new Error(`the facts of ${reviewId} are not loaded`);
    return facts;
  }
}
