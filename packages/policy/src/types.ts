/** Risk tier, T1 highest. */
export type Tier = "T1" | "T2" | "T3" | "T4";
export type Task = "binary" | "multiclass" | "regression";

/** Roles held per workspace (three lines of defence). */
export const roles = [
  "model_owner",
  "developer",
  "validator",
  "model_risk_manager",
  "approver",
  "deployer",
  "compliance_officer",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

/** Roles that a policy may ask for a signature. Granting one takes two administrators; an administrator's own role is none of them. */
export const signingRoles = [
  "model_owner",
  "validator",
  "model_risk_manager",
  "approver",
  "compliance_officer",
] as const satisfies readonly Role[];
export type SigningRole = (typeof signingRoles)[number];

/** What one measurement comes to. `insufficient`, `error` and `skipped` are never a pass. */
export type CheckVerdict = "pass" | "warn" | "fail" | "insufficient" | "error" | "skipped";

/** What a verdict that is not a pass does to an approval. */
export type OutcomeClass = "blocks" | "condition" | "informs";

/** A comparison that, when true, gives the limit's verdict. */
export interface Limit {
  verdict: "fail" | "warn";
  /** The judged number: the value, its absolute value, an interval bound or width, or the number of detections. */
  on: "value" | "abs" | "low" | "high" | "width" | "detections";
  is: "<" | "<=" | ">" | ">=" | "outside";
  /** One number, or `[low, high]` for `outside`. */
  than: number | [number, number];
}

/** What a measurement must rest on before it is judged at all; otherwise it is `insufficient`. */
export interface Sufficiency {
  /** `n`, `width`, or a key of the measurement's `support` (`positives`, `negatives`, …). */
  on: string;
  is: ">=" | "<=";
  than: number;
}

export interface PolicyCheck {
  /** Check id of the catalogue, such as `perf.roc_auc`. */
  check: string;
  title?: string;
  /** Parameters of the measurement: slices, groups, bins, margin, interval method. */
  params?: Record<string, Json>;
  limits: Limit[];
  sufficient?: Sufficiency[];
  /** Outcome class per verdict. What is not listed blocks. `error` always blocks. */
  outcome: { fail?: OutcomeClass; warn?: OutcomeClass; insufficient?: OutcomeClass; skipped?: OutcomeClass };
}

export interface SignOff {
  role: Role;
  count: number;
  /** `recommend`: the validator's decision row; `approve`: counts towards the quorum. */
  act: "recommend" | "approve";
  /** The printed meaning of a signature that does what is asked (21 CFR 11.50(a)(3)); for dissent see `meaningOf`. */
  meaning: string;
}

export interface PolicyDocument {
  policy: 1;
  key: string;
  title: string;
  appliesTo: { tiers: Tier[]; environments: string[]; tasks?: Task[]; models?: string[] };
  checks: PolicyCheck[];
  documents: ("card" | "datasheet")[];
  signOffs: SignOff[];
  separation: {
    /** People who built the version (owner of the token, submitter, trainer, committers) may not sign. Always true from T1 to T3. */
    contributorsMaySign: boolean;
    /** One person may sign in one capacity only. */
    distinctPeople: boolean;
    /** Others' decisions of the round stay hidden until one's own is given. */
    hideDecisions: boolean;
  };
  promotion: "on_approval" | "by_deployer";
  reviewDays: number;
  validityDays: number;
  conditions: { allowed: boolean; maxDays: number };
  /** Overrides the submission's favourable side of the decision threshold where given. */
  favourable?: "below" | "at_or_above";
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A concrete hit of a check: a file and a global, a row, a feature, a missing section. Never called a finding. */
export interface Detection {
  /** Stable code, such as `pickle.unsafe_global`. */
  code: string;
  /** Where: file path, column, section, requirement. */
  where: string;
  /** One sentence for people. */
  text: string;
}

/** One measured quantity. A check yields one or several (per attribute, slice, metric, file). */
export interface Measurement {
  /** What within the check: attribute, slice name, file, metric. Absent for a check of one number. */
  subject?: string;
  /** The number that limits judge; null where the check only detects. */
  value: number | null;
  /** Rows that the value rests on. */
  n?: number;
  interval?: { low: number; high: number; level: number; method: string };
  /** Counts that decide sufficiency, such as `{ positives: 5, negatives: 107 }`. */
  support?: Record<string, number>;
  detections: Detection[];
  /** Set when the measurement itself knows it cannot be judged; the sentence says why. */
  insufficient?: string;
  details?: Record<string, Json>;
}

/** Result of one check run: measured, or why not. Stored by digest as canonical JSON. */
export interface CheckResult {
  check: string;
  /** Semantic version of the check: any change in numbers bumps it. */
  version: string;
  params: Record<string, Json>;
  status: "measured" | "error" | "skipped";
  /** Why `error` or `skipped`. */
  reason?: string;
  measurements: Measurement[];
  /** `supplied_predictions`: the scores came from the submitter, not from running the model. */
  assurance: "recomputed" | "supplied_predictions" | "inspected";
  /** SHA-256 of every input, by role. */
  inputs: Record<string, string>;
  engine: Record<string, string>;
  isolation: string;
}

/** A measurement put against the policy's limits. */
export interface JudgedMeasurement {
  subject?: string;
  verdict: CheckVerdict;
  outcome: OutcomeClass | null;
  /** Sentence: value, limit, and where it stands. */
  sentence: string;
  limit?: Limit;
}

export interface JudgedCheck {
  check: string;
  title: string;
  verdict: CheckVerdict;
  /** Worst class of any measurement; null for a pass. */
  outcome: OutcomeClass | null;
  /** The sentence of the measurement that decided, or why there is none. */
  sentence: string;
  measurements: JudgedMeasurement[];
}
