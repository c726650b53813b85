import type { ReviewView } from "@countersign/domain";
import { client } from "./api.ts";
import type { SignAct } from "./sign-dialog.tsx";

export type ActedOn = Pick<ReviewView, "id" | "practice">;

interface Mark {
  section: "checks";
  contentSha256: string;
  reviewed: boolean;
}

interface Condition {
  text: string;
  ownerId: string;
  dueAt: string;
  covers: string[];
}

interface Signing {
  evidenceSha256: string;
  conditionsSha256: string | null;
  password: string;
}

/** What is done on the page of a review: the acts on the record, or in practice their counterparts, which touch nothing. */
export const reviewActs = ({ id: reviewId, practice }: ActedOn) => ({
  mark: (mark: Mark): Promise<unknown> =>
    practice ? client.practice.mark.mutate(mark) : client.review.mark.mutate({ reviewId, ...mark }),
  propose: (conditions: Condition[]): Promise<unknown> =>
    practice
      ? client.practice.propose.mutate({ conditions })
      : client.condition.propose.mutate({ reviewId, conditions }),
  sign: (act: SignAct, signing: Signing, reason: string): Promise<unknown> => {
    const reasonOrNone = reason.trim() === "" ? null : reason;
    if (practice) return client.practice.sign.mutate({ ...signing, act, reason: reasonOrNone });
    const common = { reviewId, ...signing };
    if (act === "recommend") return client.review.recommend.mutate({ ...common, reason });
    if (act === "request_changes") return client.review.requestChanges.mutate({ ...common, reason });
    return client.review.decide.mutate({ ...common, act, reason: reasonOrNone });
  },
});
