import { type Reader, row, type Row, rows } from "@countersign/db";
import { pinnedPolicy } from "../policies/pinned.ts";
import type { ReviewFacts } from "./facts.ts";
import { openStates } from "./states.ts";

/** Whether the approvers' decisions of the open round stay hidden from a person: until the review ends or their own is given. */
export async function hidesDecisions(reader: Reader, reviewId: string, personId: string): Promise<boolean> {
  const review = await row(reader, "review", reviewId);
  if (!review || !openStates.has(review.state)) return false;
  const pinned = await pinnedPolicy(reader, review);
  const [round] = await rows(reader, "round", { review_id: review.id, number: review.round });
  return hidesFrom(
    { review, pinned, decisions: await rows(reader, "decision", { round_id: round?.id ?? "" }) },
    personId,
  );
}

/** The same of facts already read: `decisions` are those of the open round. */
export function hidesFrom(
  { review, pinned, decisions }: Pick<ReviewFacts, "review" | "pinned" | "decisions">,
  personId: string,
): boolean {
  if (!openStates.has(review.state) || review.state === "changes_requested") return false;
  if (!pinned.policy.separation.hideDecisions) return false;
  return !decisions.some((decision) => decision.person_id === personId && decision.state === "valid");
}

/** People whose decision in the open round this person does not see yet: nothing that is told to them may tell it. */
export function hiddenSigners(
  facts: Pick<ReviewFacts, "review" | "pinned" | "decisions">,
  personId: string,
): Set<string> {
  if (!hidesFrom(facts, personId)) return new Set();
  const hidden = facts.decisions.filter((decision) => decision.state === "valid" && isHideable(decision));
  return new Set(hidden.map(({ person_id }) => person_id));
}

/** A recommendation is what the approvers decide on; hidden is one approver's decision from another. */
export const isHideable = (decision: { act: Row<"decision">["act"] }): boolean => decision.act !== "recommend";
