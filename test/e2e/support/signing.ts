import type { Ready } from "./product.ts";
import { type Answer, idOf, type Terminal, terminal } from "./terminal.ts";

/** What a signer needs of a review. */
export interface Seen {
  state: string;
  evidenceSha256: string;
  conditionsSha256: string | null;
  sections: { section: string; sha256: string }[];
  checks: { check: string; outcome: string | null }[];
  signatures: { person: { name: string } }[];
}

export const seen = (who: Terminal, reviewId: string): Promise<Seen> => who.ask<Seen>("review.view", { reviewId });

/** Marks every section as it stands. */
export async function markAll(who: Terminal, reviewId: string): Promise<Seen> {
  const view = await seen(who, reviewId);
  for (const { section, sha256 } of view.sections)
    await who.done("review.mark", { reviewId, section, contentSha256: sha256 });
  return view;
}

/** The input of a decision on what this person is shown now. */
export const onWhatIsShown = (reviewId: string, view: Seen): object => ({
  reviewId,
  evidenceSha256: view.evidenceSha256,
  conditionsSha256: view.conditionsSha256,
});

export const reason = "Read from beginning to end; what is open has an owner and a date.";

/** Li Wei proposes a condition where one is needed, reads everything and recommends: the approvers are next. */
export async function recommended(
  ready: Ready,
  reviewId: string,
  text = "Report the watched outcomes to the committee within two months.",
): Promise<void> {
  const liwei = await terminal(ready, "Li Wei");
  const covers = (await seen(liwei, reviewId)).checks
    .filter((check) => check.outcome === "condition")
    .map((check) => check.check);
  const due = new Date(Date.now() + 60 * 86_400_000).toISOString();
  if (covers.length > 0)
    await liwei.done("condition.propose", {
      reviewId,
      conditions: [{ text, ownerId: await idOf(ready, "Amara"), dueAt: due, covers }],
    });
  const view = await markAll(liwei, reviewId);
  const signed = await liwei.signed("review.recommend", { ...onWhatIsShown(reviewId, view), reason });
  if (signed.status !== 200) throw new Error(`the recommendation was refused: ${signed.words}`);
}

/** An approver's signature from a terminal, with what they are shown unless `change` says otherwise. */
export async function decide(who: Terminal, reviewId: string, change: object = {}): Promise<Answer> {
  const view = await seen(who, reviewId);
  return who.signed("review.decide", {
    ...onWhatIsShown(reviewId, view),
    act: view.conditionsSha256 ? "approve_with_conditions" : "approve",
    reason,
    ...change,
  });
}
