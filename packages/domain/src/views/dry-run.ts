import type { PolicyDifference, PolicyDocument } from "@countersign/policy";

/** What a draft of a policy would change for a review: nothing more than the worst of it. */
export type DryRunChange = "blocked" | "unmeasured" | "condition" | "signature" | "eased";

export interface DryRunReview {
  reviewId: string;
  model: string;
  version: { number: number; label: string | null };
  environment: string;
  /** State of the review as it is recorded. */
  was: string;
  /** Null while it is open. */
  endedAt: string | null;
  change: DryRunChange;
  /** What would stand in the way and does not under the review's own policy. */
  added: string[];
  /** What stands in the way under its own policy and would not. */
  gone: string[];
}

/** A draft tried on the reviews of its workspace. Kept with the proposal, by digest. */
export interface PolicyDryRun {
  dry_run: 1;
  /** SHA-256 of the canonical JSON of the draft. */
  policy: string;
  at: string;
  /** Reviews that ended since then were tried, the newest first. */
  since: string;
  decided: { tried: number; same: number; differ: DryRunReview[]; left_out: number };
  /** Open reviews keep the policy that they began with: what a new round of them would meet is told for information. */
  open: { tried: number; same: number; differ: DryRunReview[]; left_out: number };
}

/** A draft as it was typed: what is wrong with it, by line, or what it is and what it would change. */
export type PolicyDraft =
  | { ok: false; problems: { line: number | null; path: string; text: string }[] }
  | {
      ok: true;
      document: PolicyDocument;
      dryRun: PolicyDryRun;
      /** Against the revision in force; null where none is. */
      differences: { against: number; list: PolicyDifference[] } | null;
    };
