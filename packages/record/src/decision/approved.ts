import type { DecisionDocument, ReviewRecord } from "./document.ts";

/** The review whose approval for this environment is valid in the document; null: none is. */
export function approvedReview(
  document: DecisionDocument,
  environment: string,
): (ReviewRecord & { approval: NonNullable<ReviewRecord["approval"]> }) | null {
  for (const review of document.reviews.toReversed()) {
    if (review.environment === environment && review.approval?.state === "valid")
      return { ...review, approval: review.approval };
  }
  return null;
}
