import type { Allowed, PersonView, VersionRef } from "./common.ts";
import type { PolicyDryRun } from "./dry-run.ts";
import type { PolicyDifference, PolicyDocument } from "@countersign/policy";

export interface PolicyRevisionView {
  id: string;
  number: number;
  state: string;
  sha256: string;
  proposedBy: PersonView;
  proposedAt: string;
  confirmedBy: PersonView | null;
  publishedAt: string | null;
  endedAt: string | null;
}

export interface PolicyListItem {
  key: string;
  /** Of the revision in force, else of the newest proposal. */
  title: string;
  appliesTo: PolicyDocument["appliesTo"];
  /** The revision in force; null before the first is confirmed. */
  published: PolicyRevisionView | null;
  /** A proposal that waits for a second person. */
  proposed: PolicyRevisionView | null;
  openReviews: number;
}

/** One revision of a policy, with the others beside it. */
export interface PolicyView {
  key: string;
  revision: PolicyRevisionView;
  document: PolicyDocument;
  /** Every revision, newest first. */
  revisions: PolicyRevisionView[];
  /** Against the revision in force before it; null for the first. */
  differences: { against: number; list: PolicyDifference[] } | null;
  /** What was found when it was proposed; null for a revision whose proposal kept none. */
  dryRun: PolicyDryRun | null;
  /** Open reviews that are judged by this revision. */
  reviews: { id: string; model: string; version: VersionRef; environment: string }[];
  you: { person: PersonView; roles: string[]; confirm: Allowed; propose: boolean };
}
