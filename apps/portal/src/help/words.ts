import { msg } from "@countersign/words";

/** The terms that pages use, one meaning each, with the anchor by which a page leads to it. */
export const words: { id: string; word: string; means: string }[] = [
  {
    id: "model",
    word: msg("Model, version"),
    means: msg(
      "The entry of the inventory, and the thing that is approved. A version's content is frozen when it is submitted.",
    ),
  },
  {
    id: "tier",
    word: msg("Tier"),
    means: msg(
      "How much harm a model could do, from T1 (highest) to T4, computed from answers about its use. It decides what approval takes.",
    ),
  },
  {
    id: "policy",
    word: msg("Policy, revision"),
    means: msg(
      "What a tier and an environment demand: checks with limits, documents, signatures. A published revision never changes, and a review keeps the one it began with.",
    ),
  },
  {
    id: "check",
    word: msg("Check"),
    means: msg(
      "A validation that runs on the registered bytes. It passes, warns, fails, ends in an error, or has too little to tell (insufficient), which is not a pass.",
    ),
  },
  {
    id: "review",
    word: msg("Review, round"),
    means: msg(
      "The request to approve a version for an environment, and one pass of it. A round is sealed when its checks have ended: everybody decides on the same evidence.",
    ),
  },
  {
    id: "decision",
    word: msg("Decision, signature"),
    means: msg(
      "What a person decided, and their signed statement of it: who, when, with which meaning, on which evidence. It can be taken back while the review is open; it stays in the record.",
    ),
  },
  {
    id: "assignment",
    word: msg("Assignment"),
    means: msg("Whom a sign-off is asked of. It directs attention; it gives nobody a right and takes none away."),
  },
  {
    id: "finding",
    word: msg("Finding"),
    means: msg(
      "A defect, with an owner. Its owner answers it, and somebody else verifies and closes it. High and critical ones keep a version from approval.",
    ),
  },
  {
    id: "condition",
    word: msg("Condition"),
    means: msg(
      "An obligation that an approval rests on, with an owner and a date. Where a blocking one is overdue, the version may not run until its evidence is accepted.",
    ),
  },
  {
    id: "practice",
    word: msg("Practice"),
    means: msg(
      "A decision on a made-up version, to learn on. It is no act: nothing of it stands in the audit trail, and nobody is asked or told anything.",
    ),
  },
  {
    id: "approval",
    word: msg("Approval"),
    means: msg(
      "What a positive review grants, for one environment and until a day. It ends when it expires, is revoked, or another takes its place.",
    ),
  },
  {
    id: "alias",
    word: msg("Alias"),
    means: msg(
      "A name such as champion that points at a version. One that an environment protects names only what may run there.",
    ),
  },
  {
    id: "conflict",
    word: msg("Conflict of interest"),
    means: msg("Who trained, committed or submitted a version decides nothing about it. Computed, never asked."),
  },
  {
    id: "trail",
    word: msg("Audit trail, entry"),
    means: msg(
      "Everything that was done, refused or read, in a log that only grows. Each entry has a number and a place in a tree that the notary signs.",
    ),
  },
  {
    id: "checkpoint",
    word: msg("Checkpoint"),
    means: msg(
      "The signed head of that tree: its size, its root, a signature. Who keeps one can show later that nothing before it was changed.",
    ),
  },
  {
    id: "bundle",
    word: msg("Evidence bundle"),
    means: msg(
      "A file with a version's whole story, its entries and the proofs that they are in the log. It verifies without this server.",
    ),
  },
  {
    id: "live",
    word: msg("Set-up, live"),
    means: msg(
      "Before an instance is live, one administrator grants alone. Live, roles that sign take two, and nothing leads back.",
    ),
  },
];
