import type { FieldChange, MetricChange } from "./comparison.ts";
import type { Allowed, EventView, PersonView, VersionRef } from "./common.ts";
import type {
  CheckResult,
  CheckVerdict,
  DecisionAct,
  JudgedCheck,
  Limit,
  OutcomeClass,
  ReasonGroup,
  Tier,
} from "@countersign/policy";

export interface CheckView {
  runId: string;
  check: string;
  title: string;
  state: "queued" | "ended";
  attempt: number;
  verdict: CheckVerdict | null;
  outcome: OutcomeClass | null;
  judged: JudgedCheck | null;
  limits: Limit[];
  result: CheckResult | null;
  /** Where a running check stands. */
  progress: string | null;
}

export interface DocumentView {
  role: string;
  path: string;
  sha256: string;
  size: number;
  /** Text of a card or datasheet, up to 200 KB; null for other files. */
  text: string | null;
}

export interface FindingView {
  id: string;
  number: number;
  severity: string;
  state: string;
  title: string;
  body: string;
  raisedBy: PersonView;
  raisedAt: string;
  owner: PersonView;
  answer: string | null;
  answeredBy: PersonView | null;
  resolution: string | null;
  closedBy: PersonView | null;
  mayAnswer: Allowed;
  mayClose: Allowed;
}

export interface ConditionView {
  id: string;
  number: number;
  text: string;
  covers: string[];
  owner: PersonView;
  dueAt: string;
  blocking: boolean;
  state: string;
  evidence: string | null;
  mayGiveEvidence: Allowed;
  mayAccept: Allowed;
}

export interface SignatureView {
  id: string;
  person: PersonView;
  role: string;
  act: string;
  /** Whether it covers conditions. */
  withConditions: boolean;
  /** As it stands in the statement that was signed. */
  meaning: string | null;
  reason: string | null;
  signedAt: string;
  state: string;
  round: number;
  evidenceSha256: string;
  statementSha256: string;
  /** Index in the log, once integrated. */
  recordedAs: number | null;
}

export interface AssignmentView {
  person: PersonView;
  role: string;
  by: PersonView;
  at: string;
  /** `asked`: waited for. `signed`: has decided in this round. `lapsed`: may not give this sign-off any more. */
  state: "asked" | "signed" | "lapsed";
}

/** Whom the sign-offs of a review are asked of, and whom they may be. */
export interface AssignableView {
  assignments: AssignmentView[];
  /** Each sign-off that is missing: how many signatures, and everybody who may be asked for one. */
  signOffs: { role: string; missing: number; people: PersonView[] }[];
  /** Whoever asks: they may take a sign-off, or hand theirs over. */
  you: string;
  /** Whether they may ask others, and end what others were asked. */
  manages: boolean;
}

export interface SectionView {
  section: string;
  sha256: string;
  reviewedByYou: boolean;
  /** Marked earlier on other content: what it showed has changed since. */
  changedSinceYourMark: boolean;
  /** Your mark of an earlier round, which stands because the section is what it was; null where there is none. */
  carried: { round: number; at: string } | null;
  reviewers: PersonView[];
}

/** What is another in the evidence of a round than in that of an earlier one. */
export interface Changed {
  /** Figures with another value, of whatever check. */
  metrics: number;
  /** Checks that end otherwise, or whose result differs in anything but its figures. */
  checks: number;
  data: number;
  documents: number;
  /** The version that it is compared with is another. */
  base: boolean;
}

/** What changed since you last marked or signed something in an earlier round. */
export interface SinceView {
  round: number;
  at: string;
  changed: Changed;
}

/** Something that is in the way of an approval. */
export interface ReasonView {
  group: ReasonGroup;
  text: string;
  /** Without what was measured, which stands with the check. */
  brief: string;
  /** What must be done, and by whom: "submit a new version (developer)". Empty where nobody can, or a machine does. */
  todo: string;
  /** Key of the check, and number of the finding, that it is about. */
  check: string | null;
  finding: number | null;
}

export interface MissingSignOff {
  role: string;
  act: "recommend" | "approve";
  count: number;
  /** Who is asked; where nobody is, who may give it. Not more than five. */
  of: PersonView[];
  /** How many more may. */
  more: number;
}

export interface ReviewView {
  id: string;
  /** A made-up version to practise on: nothing that is done with it enters the record. */
  practice: boolean;
  /** When this was read: days that are left count from here. */
  at: string;
  state: string;
  round: { id: string; number: number; state: string; openedAt: string; sealedAt: string | null };
  requestedAt: string;
  requestedBy: PersonView;
  dueAt: string;
  endedAt: string | null;
  model: { id: string; key: string; title: string; tier: Tier; state: string; purpose: string | null; task: string };
  version: VersionRef & { identity: string; description: string | null; frozenAt: string };
  environment: { key: string; title: string; aliases: string[] };
  policy: {
    key: string;
    title: string;
    revision: number;
    sha256: string;
    promotion: string;
    validityDays: number;
    conditionsMaxDays: number;
  };
  evidenceSha256: string | null;
  conditionsSha256: string | null;
  base: VersionRef | null;
  /** Open reviews of other versions for the same environment. */
  alsoOpen: (VersionRef & { reviewId: string })[];
  checks: CheckView[];
  metricChanges: MetricChange[];
  changes: FieldChange[];
  data: DocumentView[];
  documents: DocumentView[];
  missingDocuments: string[];
  contributors: { id: string; kind: string; person: PersonView | null; address: string | null }[];
  findings: FindingView[];
  conditions: ConditionView[];
  signatures: SignatureView[];
  assignments: AssignmentView[];
  /** Decisions of others that you do not see yet. */
  hiddenSignatures: number;
  comments: { id: string; person: PersonView; section: string | null; body: string; at: string }[];
  sections: SectionView[];
  /** Null where you did not review an earlier round, where nothing is sealed yet, and after the end. */
  since: SinceView | null;
  verdict: {
    state: string;
    reasons: ReasonView[];
    turns: { role: string; act: string; count: number }[];
    /** Sign-offs that are missing, while the review is open. */
    missing: MissingSignOff[];
  };
  approval: { id: string; state: string; grantedAt: string; validUntil: string } | null;
  /** Who may own a condition here. */
  people: PersonView[];
  you: {
    person: PersonView;
    roles: string[];
    /** Why you may not decide, or null. */
    conflict: string | null;
    signature: SignatureView | null;
    /** The sign-off that is yours to give, with the printed meaning of each decision. */
    signOff: {
      role: string;
      act: "recommend" | "approve";
      meanings: Record<DecisionAct, string>;
      ordinal: number;
      count: number;
    } | null;
    actions: Record<ReviewAction, Allowed>;
  };
  history: EventView[];
}

export type ReviewAction =
  | "mark"
  | "comment"
  | "assign"
  | "raise_finding"
  | "propose_conditions"
  | "recommend"
  | "approve"
  | "approve_with_conditions"
  | "request_changes"
  | "reject"
  | "withdraw_signature"
  | "withdraw_review"
  | "resume"
  | "rerun_check"
  | "map_contributor";
