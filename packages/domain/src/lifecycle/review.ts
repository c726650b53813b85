import type { Moves } from "./move.ts";

export const reviewStates = [
  "in_validation",
  "changes_requested",
  "pending_approval",
  "approved",
  "approved_with_conditions",
  "rejected",
  "withdrawn",
] as const;
export type ReviewState = (typeof reviewStates)[number];

/**
 * `await_approval` is for a policy without a recommendation, once the round is sealed; `revalidate` for a change of the
 * evidence or of the conditions after the recommendation, which then has to be given again.
 */
export const reviewMoves = {
  recommend: { from: ["in_validation"], to: "pending_approval" },
  await_approval: { from: ["in_validation"], to: "pending_approval" },
  revalidate: { from: ["pending_approval"], to: "in_validation" },
  request_changes: { from: ["in_validation", "pending_approval"], to: "changes_requested" },
  resume: { from: ["changes_requested"], to: "in_validation" },
  approve: { from: ["pending_approval"], to: "approved" },
  approve_with_conditions: { from: ["pending_approval"], to: "approved_with_conditions" },
  reject: { from: ["in_validation", "pending_approval"], to: "rejected" },
  withdraw: { from: ["in_validation", "changes_requested", "pending_approval"], to: "withdrawn" },
} as const satisfies Moves<ReviewState>;

/** States in which a review still takes acts. */
export const openReviewStates = [
  "in_validation",
  "changes_requested",
  "pending_approval",
] as const satisfies readonly ReviewState[];
