import type {
  CheckResult,
  CheckVerdict,
  JudgedCheck,
  Limit,
  OutcomeClass,
  PolicyDifference,
  PolicyDocument,
  Role,
  Tier,
} from "@countersign/policy";

/** Shapes that pages and the command line read. Times are ISO 8601 in UTC. */

export interface PersonView {
  id: string;
  /** "erased" where the disclosure is gone. */
  name: string;
}

/** Whether somebody may do something now, and why not. */
export type Allowed = { allowed: true } | { allowed: false; why: string };

export interface VersionRef {
  id: string;
  number: number;
  label: string | null;
}

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

export interface MetricChange {
  check: string;
  title: string;
  subject: string | null;
  base: number | null;
  now: number | null;
  /** Which way is better, from the policy's limits; null where they do not say. */
  better: "higher" | "lower" | null;
}

export interface FieldChange {
  what: "parameter" | "requirement" | "file" | "submission";
  name: string;
  base: string | null;
  now: string | null;
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
  /** Null while this round's policy hides others' decisions from somebody who has not decided. */
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

export interface SectionView {
  section: string;
  sha256: string;
  reviewedByYou: boolean;
  /** Marked earlier on other content: what it showed has changed since. */
  changedSinceYourMark: boolean;
  reviewers: PersonView[];
}

export interface EventView {
  idx: number | null;
  at: string;
  claimedAt: string;
  origin: string;
  act: string;
  stream: string;
  sver: number;
  actor: PersonView | null;
  actorKind: string;
  roles: string[];
  /** One sentence in plain words. */
  text: string;
}

export interface ReviewView {
  id: string;
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
  /** Decisions of others that you do not see yet. */
  hiddenSignatures: number;
  comments: { id: string; person: PersonView; section: string | null; body: string; at: string }[];
  sections: SectionView[];
  verdict: {
    state: string;
    /** `brief`: without what was measured, which stands with the check whose key is `check`. */
    reasons: { text: string; who: string; brief: string; check: string | null }[];
    turns: { role: string; act: string; count: number }[];
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
    /** The sign-off that is yours to give, with its printed meaning. */
    signOff: { role: string; act: "recommend" | "approve"; meaning: string; ordinal: number; count: number } | null;
    actions: Record<ReviewAction, Allowed>;
  };
  history: EventView[];
}

export type ReviewAction =
  | "mark"
  | "comment"
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

export interface InboxItem {
  reviewId: string;
  model: { key: string; title: string; tier: string };
  version: VersionRef;
  environment: string;
  state: string;
  /** Why it is here, in words: whose turn, and for what. */
  reason: string;
  /** `turn`: yours now. `waiting`: somebody else's. `mine`: you asked for it. `condition`, `finding`: yours to answer. */
  kind: "turn" | "waiting" | "mine" | "condition" | "finding" | "decided";
  dueAt: string;
  overdue: boolean;
  requestedBy: PersonView;
  requestedAt: string;
  /** When the review ended; null while it is open. */
  endedAt: string | null;
  blocking: number;
  needsCondition: number;
  /** You are the only one missing. */
  onlyYou: boolean;
  /** The condition or finding that it is about; null where it is the review itself. */
  part: { number: number; state: string } | null;
  /** What there is for you to do, in a few words; null where nothing is. */
  todo: string | null;
  /** Whom it waits for, in words, and since when; null where nobody can act, machines do, or you. */
  waitsFor: { who: string; since: string } | null;
  /** What is left for you to read; null where no turn of yours is. A section that you marked as it stands counts no more. */
  toRead: InboxReading | null;
  peek: InboxPeek;
}

export interface InboxReading {
  /** Checks that block, need a condition or did not plainly pass. */
  checks: number;
  /** Files other than documents that differ from the version in production. */
  changes: number;
  documents: number;
}

/** What an entry shows before it is opened: nothing that the review's own page would not show the same person. */
export interface InboxPeek {
  purpose: string | null;
  round: number;
  /** What you marked or signed in an earlier round, and which of its sections are another now; null where nothing. */
  again: { since: number; changed: string[] } | null;
  /** What stands between the version and its approval, but for signatures, worst first. */
  open: { text: string; grave: boolean }[];
  signatures: { person: PersonView; role: string; act: string; signedAt: string }[];
  /** Signatures that you do not see before you have given yours. */
  hiddenSignatures: number;
  missing: { role: string; act: string; count: number }[];
}

export interface InboxView {
  items: InboxItem[];
  you: PersonView;
  roles: string[];
}

export interface EventPage {
  events: EventView[];
  /** Ask with `before` to go on; null at the end. */
  next: number | null;
  total: number;
  checkpoint: { size: number; note: string; signedAt: string } | null;
  origin: string | null;
}

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
  /** Open reviews that are judged by this revision. */
  reviews: { id: string; model: string; version: VersionRef; environment: string }[];
  you: { person: PersonView; roles: string[]; confirm: Allowed };
}

/** Somebody with the roles they hold and those that wait for a second administrator. */
export interface PersonListItem {
  id: string;
  name: string;
  email: string;
  state: string;
  grants: { id: string; role: Role; workspaceId: string; state: string; askedBy: PersonView | null }[];
}

export interface TokenListItem {
  id: string;
  label: string;
  owner: PersonView;
  roles: string[];
  /** Keys of the models it is limited to; null: none. */
  models: string[] | null;
  /** `active`, `revoked`, or `expired` where its time is over. */
  state: string;
  createdAt: string;
  expiresAt: string;
}

/** What an alias of a model names now, and on which approval where an environment protects it. */
export interface AliasView {
  name: string;
  version: VersionRef;
  movedAt: string;
  approval: { state: string; validUntil: string; environment: string } | null;
}

export interface ModelListItem {
  id: string;
  workspace: string;
  key: string;
  title: string;
  task: string;
  state: string;
  tier: Tier | null;
  owner: PersonView;
  versions: (VersionRef & { state: string })[];
  aliases: AliasView[];
  openReviews: number;
  openFindings: number;
}

export interface ModelVersionView extends VersionRef {
  state: string;
  description: string | null;
  createdAt: string;
  frozenAt: string | null;
  reviews: {
    id: string;
    state: string;
    environment: string;
    requestedAt: string;
    endedAt: string | null;
    /** Of an ended review: who decided what. Of an open one they stand on its page, as far as one may see them. */
    decisions: { person: PersonView; role: string; act: string }[];
  }[];
}

/** A model with everything that is open about it, and its versions, newest first. */
export interface ModelView extends ModelListItem {
  purpose: string | null;
  createdAt: string;
  /** Why the tier is what it is, a sentence each; empty before it was tiered. */
  tierReasons: string[];
  timeline: ModelVersionView[];
  findings: { reviewId: string; number: number; severity: string; state: string; owner: PersonView }[];
  conditions: { reviewId: string; number: number; text: string; dueAt: string; state: string; owner: PersonView }[];
  you: { person: PersonView; roles: string[] };
}
