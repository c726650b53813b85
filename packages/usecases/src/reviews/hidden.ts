import { type Reader, row, type Row, rows } from "@countersign/db";
import { pinnedPolicy } from "../policies/pinned.ts";
import { openStates } from "./states.ts";

/** Whether the approvers' decisions of the open round stay hidden from a person: until the review ends or their own is given. */
export async function hidesDecisions(reader: Reader, reviewId: string, personId: string): Promise<boolean> {
  const review = await row(reader, "review", reviewId);
  if (!review || !openStates.has(review.state) || review.state === "changes_requested") return false;
  const { policy } = await pinnedPolicy(reader, review);
  if (!policy.separation.hideDecisions) return false;
  const [round] = await rows(reader, "round", { review_id: review.id, number: review.round });
  const own = await rows(reader, "decision", { round_id: round?.id ?? "", person_id: personId, state: "valid" });
  return own.length === 0;
}

/** A recommendation is what the approvers decide on; hidden is one approver's decision from another. */
export const isHideable = (decision: { act: Row<"decision">["act"] }): boolean => decision.act !== "recommend";
