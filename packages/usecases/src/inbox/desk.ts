import { type Row, rows } from "@countersign/db";
import type { Ask } from "../kernel/query.ts";
import { Disclosed, People } from "../people/names.ts";
import { factsOfAll, type ReviewFacts } from "../reviews/facts.ts";

/** What an inbox is told from: the facts of its reviews and, read at once for all, what people did in any of their rounds. */
export interface Desk {
  ask: Ask;
  me: string;
  facts: Map<string, ReviewFacts>;
  people: People;
  texts: Disclosed;
  marks: Map<string, Row<"section_mark">[]>;
  decisions: Map<string, Row<"decision">[]>;
  rounds: Map<string, Row<"round">>;
}

export async function loadDesk(ask: Ask, reviews: Row<"review">[]): Promise<Desk> {
  const { reader, known } = ask;
  const me = known.personId ?? "";
  const facts = await factsOfAll(reader, reviews);
  const all = [...facts.values()];
  const ids = [...facts.keys()];
  const marks = await rows(reader, "section_mark", { review_id: ids, person_id: me, state: "valid" });
  const decisions = await rows(reader, "decision", { review_id: ids }, { order: "signed_at" });
  const rounds = await rows(reader, "round", { review_id: ids });
  return {
    ask,
    me,
    facts,
    people: await People.load(reader, [
      me,
      ...all.flatMap(({ review, rolesInForce }) => [review.requested_by, ...rolesInForce.keys()]),
      ...decisions.map((decision) => decision.person_id),
    ]),
    texts: await Disclosed.load(
      reader,
      all.map(({ model }) => model.purpose),
    ),
    marks: Map.groupBy(marks, (mark) => mark.review_id),
    decisions: Map.groupBy(decisions, (decision) => decision.review_id),
    rounds: new Map(rounds.map((round) => [round.id, round])),
  };
}
