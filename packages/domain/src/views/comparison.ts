import type { CheckVerdict, Limit, OutcomeClass } from "@countersign/policy";
import type { PersonView, VersionRef } from "./common.ts";

/** A measured value of two versions. */
export interface MetricChange {
  check: string;
  title: string;
  /** What within the check it is about, in words. */
  subject: string | null;
  base: number | null;
  now: number | null;
  /** False where it was measured on test data, and that of the two is not the same. */
  comparable: boolean;
  /** By the policy's limits; null where they do not say, where it is not comparable, or where it hardly moved. */
  judgement: "better" | "worse" | null;
  /** What the later figure comes to, and the limit that says so. */
  verdict: CheckVerdict | null;
  limit: Limit | null;
}

/** Something written down about two versions that is not the same in both; null where one does not have it. */
export interface FieldChange {
  what: "parameter" | "requirement" | "column" | "data" | "file" | "submission";
  name: string;
  base: string | null;
  now: string | null;
}

/** How a check ended for a version; null where it was not asked. */
export type CheckEnd = { verdict: CheckVerdict | null; outcome: OutcomeClass | null } | null;

export interface CheckChange {
  check: string;
  title: string;
  base: CheckEnd;
  now: CheckEnd;
}

/** A stretch of a text that both versions have, or one of them. */
export interface TextPart {
  text: string;
  in: "both" | "base" | "now";
}

export interface ComparedVersion extends VersionRef {
  state: string;
  description: string | null;
  frozenAt: string | null;
  /** The review whose results are compared. */
  review: { id: string; state: string; environment: string } | null;
}

/** Two versions of a model, side by side. */
export interface VersionComparison {
  model: { key: string; title: string };
  base: ComparedVersion;
  now: ComparedVersion;
  /** Title of the environment whose reviews are compared; null where the two were never reviewed for the same one. */
  environment: string | null;
  metrics: MetricChange[];
  /** Checks that ended differently. */
  checks: CheckChange[];
  /** How many ended alike. */
  checksAlike: number;
  changes: FieldChange[];
  /** The model card of both; null where neither has one or it is the same. */
  card: TextPart[] | null;
  /** Every version of the model, for choosing others. */
  versions: VersionRef[];
  you: { person: PersonView; roles: string[] };
}
