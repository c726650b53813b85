import { decide, reason, seen } from "../support/signing.ts";
import { http, personOf } from "../support/terminal.ts";
import { type Attempt, run } from "./attempt.ts";

const missing = "0".repeat(64);

/** Decisions that would not be the signer's own, on what was shown, once, by somebody independent. */
export const decisions: Attempt[] = [
  {
    attempt: "the approver who trained the version approves it",
    way: "HTTP",
    refusedBy: "You helped to build this version (trainer)",
    run: async ({ at, own }) => (await decide(at.Priya, own.reviewId)).words,
  },
  {
    attempt: "the approver who trained it rejects it",
    way: "HTTP",
    refusedBy: "You helped to build this version (trainer)",
    run: async ({ at, own }) => (await decide(at.Priya, own.reviewId, { act: "reject" })).words,
  },
  {
    attempt: "an approver signs twice in a round",
    way: "HTTP",
    refusedBy: "You have signed in this round",
    run: async ({ at, half }) => (await decide(at.Priya, half.reviewId)).words,
  },
  {
    attempt: "an approver who approved rejects as well",
    way: "HTTP",
    refusedBy: "You have signed in this round",
    run: async ({ at, half }) => (await decide(at.Priya, half.reviewId, { act: "reject" })).words,
  },
  {
    attempt: "a signature without proof of identity",
    way: "HTTP",
    refusedBy: "This act is a signature: it needs your password now.",
    run: async ({ at, open }) => (await decide(at.Priya, open.reviewId, { password: undefined })).words,
  },
  {
    attempt: "a signature with another person's password",
    way: "HTTP",
    refusedBy: "That is not your password.",
    run: async ({ at, open, ready }) =>
      (await decide(at.Priya, open.reviewId, { password: personOf(ready, "Daniel").password })).words,
  },
  {
    attempt: "a signature on evidence of another digest",
    way: "HTTP",
    refusedBy: "The evidence is no longer what you were shown",
    run: async ({ at, open }) => (await decide(at.Priya, open.reviewId, { evidenceSha256: missing })).words,
  },
  {
    attempt: "a signature on the evidence of another review",
    way: "HTTP",
    refusedBy: "The evidence is no longer what you were shown",
    run: async ({ at, open, half }) =>
      (await decide(at.Priya, open.reviewId, { evidenceSha256: (await seen(at.Priya, half.reviewId)).evidenceSha256 }))
        .words,
  },
  {
    attempt: "a signature on other conditions than proposed",
    way: "HTTP",
    refusedBy: "The conditions are no longer what you were shown",
    run: async ({ at, open }) => (await decide(at.Priya, open.reviewId, { conditionsSha256: missing })).words,
  },
  {
    attempt: "approval without the conditions that are proposed",
    way: "HTTP",
    refusedBy: "Conditions are proposed: approve with them, or not at all.",
    run: async ({ at, open }) =>
      (await decide(at.Priya, open.reviewId, { act: "approve", conditionsSha256: null })).words,
  },
  {
    attempt: "an approver signs unread evidence",
    way: "HTTP",
    refusedBy: "Not marked as reviewed",
    run: async ({ at, half }) => (await decide(at.Daniel, half.reviewId)).words,
  },
  {
    attempt: "a section is marked as read that nobody was shown",
    way: "HTTP",
    refusedBy: "The checks are no longer what you were shown",
    run: async ({ at, open }) =>
      (await at.Priya.command("review.mark", { reviewId: open.reviewId, section: "checks", contentSha256: missing }))
        .words,
  },
  {
    attempt: "a decision with its signer's name in the request",
    way: "HTTP",
    refusedBy: "has a key that nobody knows: personId",
    run: async ({ at, open }) => (await decide(at.Priya, open.reviewId, { personId: "usr_daniel" })).words,
  },
  {
    attempt: "a decision dated back",
    way: "HTTP",
    refusedBy: "has keys that nobody knows: claimedAt, origin",
    run: async ({ at, open }) =>
      (await decide(at.Priya, open.reviewId, { claimedAt: "2020-01-01T00:00:00Z", origin: "seed" })).words,
  },
  {
    attempt: "a second decision on a review that has ended",
    way: "HTTP",
    refusedBy: "The review is approved: it takes no decisions now.",
    run: async ({ at, approved }) => (await decide(at.Daniel, approved, { act: "reject", reason })).words,
  },
  {
    attempt: "approval of the version with planted faults",
    way: "HTTP",
    refusedBy: "The recommendation by the validator is outstanding.",
    run: async ({ at, faulty }) => (await decide(at.Priya, faulty, { act: "approve" })).words,
  },
  {
    attempt: "a recommendation of the version with planted faults",
    way: "HTTP",
    refusedBy: "checks block approval",
    run: async ({ at, faulty }) =>
      (
        await at["Li Wei"].signed("review.recommend", {
          reviewId: faulty,
          evidenceSha256: (await seen(at["Li Wei"], faulty)).evidenceSha256,
          reason,
        })
      ).words,
  },
  {
    attempt: "conditions in place of evidence where the check says insufficient",
    way: "HTTP",
    refusedBy: "block",
    run: async ({ at, clinical }) =>
      (
        await at["Li Wei"].signed("review.recommend", {
          reviewId: clinical,
          evidenceSha256: (await seen(at["Li Wei"], clinical)).evidenceSha256,
          reason,
        })
      ).words,
  },
  {
    attempt: "a developer closes the finding on the developer's own work",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, findingId }) =>
      (await at.Tomas.command("finding.close", { findingId, resolution: "Looks fine to me." })).words,
  },
  {
    attempt: "an approver's signature is withdrawn by somebody else",
    way: "HTTP",
    refusedBy: "your signature in this round",
    run: async ({ at, half }) =>
      (
        await at.Daniel.signed("decision.withdraw", {
          reviewId: half.reviewId,
          reason: "I do not like this one at all.",
        })
      ).words,
  },
  {
    attempt: "a request recorded and sent again under its key with another act",
    way: "HTTP",
    refusedBy: "The same key for another request",
    async run({ at, open }) {
      const headers = { "idempotency-key": `replay-${open.reviewId}` };
      await at.Sofia.command(
        "review.mark",
        {
          reviewId: open.reviewId,
          section: "checks",
          contentSha256: (await seen(at.Sofia, open.reviewId)).sections[0]?.sha256,
          reviewed: false,
        },
        headers,
      );
      return (
        await at.Sofia.command(
          "review.decide",
          { reviewId: open.reviewId, evidenceSha256: missing, act: "reject", reason, password: at.Sofia.password },
          headers,
        )
      ).words;
    },
  },
  {
    attempt: "an auditor decides",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, open }) => (await decide(at.Ruth, open.reviewId)).words,
  },
  {
    attempt: "a half-signed version is run",
    way: "command line",
    refusedBy: "exit 1: deny",
    run: (stage) => run(stage, stage.ci.bearer, "gate", stage.half.name, "--env", "production"),
  },
  {
    attempt: "an unauthenticated request to the gate",
    way: "HTTP",
    refusedBy: "The request carries no token.",
    run: async ({ ready }) =>
      (await http(`${ready.gateway}/v1/gate?environment=production&model=credit-pd&version=1`)).words,
  },
];
