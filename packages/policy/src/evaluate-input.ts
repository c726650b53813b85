import type { CheckResult, PolicyDocument, Role, Task, Tier } from "./types.ts";

export type DecisionAct = "recommend" | "approve" | "approve_with_conditions" | "request_changes" | "reject";

export interface ContributorFact {
  /** `owner`, `submitter`, `trainer`, `committer`, `undeclared`. */
  kind: string;
  /** Null: an address that belongs to nobody here. */
  person: string | null;
}

export interface FileFact {
  role: string;
  path: string;
  sha256: string;
}

export interface RoundFact {
  /** `gathering`, `sealed`, `closed`, `superseded`. */
  state: string;
  /** SHA-256 of the evidence document the round was sealed with; null before. */
  evidenceSha256: string | null;
  /** Version in production when the round was opened, which champion checks compared with; null where none. */
  champion: string | null;
}

export interface DecisionFact {
  person: string;
  role: Role;
  act: DecisionAct;
  evidenceSha256: string;
  conditionsSha256: string | null;
  /** `valid`; `superseded` and `withdrawn` decisions are ignored. */
  state: string;
}

export interface ConditionFact {
  number: number;
  /** Check ids; empty: the condition covers every outcome of the round. */
  covers: readonly string[];
  owner: string | null;
  dueAt: string | null;
  /** Overdue, it stops the version until its evidence is accepted. */
  blocking: boolean;
  /** `proposed`, `in_force`, `evidence_given`, `accepted`. */
  state: string;
}

export interface FindingFact {
  number: number;
  severity: string;
  state: string;
}

export interface ApprovalFact {
  state: string;
  validUntil: string;
}

/** All that the rules look at. Plain data: ids and digests as text, times as ISO 8601 in UTC with milliseconds. */
export interface EvaluateInput {
  at: string;
  /** The revision the review pinned; null where none applies. */
  policy: PolicyDocument | null;
  /** Keys of equally specific policies, where that is why there is none. */
  several?: readonly string[];
  /** Key of the environment, null where it is not defined. */
  environment: string | null;
  model: { key: string; state: string; tier: Tier | null };
  version: { state: string; identity: string | null; task: Task; contributors: readonly ContributorFact[] };
  review: { state: string };
  round: RoundFact | null;
  /** SHA-256 of the evidence document as it would be built now. Ignored once the round is closed. */
  evidenceSha256: string | null;
  /** Version in production now. Ignored once the round is closed. */
  champion: string | null;
  files: readonly FileFact[];
  /** Files of the version in production that champion checks compared with; null where none. */
  championFiles: readonly FileFact[] | null;
  /** Check id → result of its latest run that ended. */
  results: Readonly<Record<string, CheckResult>>;
  /** Every decision of the round. */
  decisions: readonly DecisionFact[];
  /** Person → roles in the workspace: now for an open round, at the signature for an ended one. */
  rolesInForce: Readonly<Record<string, readonly Role[]>>;
  /** People whose account was not deactivated, at the same moments. */
  activePeople: readonly string[];
  /** The set proposed or adopted, by the digest that decisions sign; null where none is. */
  conditions: { sha256: string; items: readonly ConditionFact[] } | null;
  findings: readonly FindingFact[];
  /** Null until one has been granted. */
  approval: ApprovalFact | null;
}
