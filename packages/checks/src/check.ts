import type { CheckResult, FileRole, Json, Measurement, Submission, Task, VersionFile } from "@countersign/domain";
import type { z } from "zod";

/** One version's files: `dir` holds them under their submission paths, read-only. */
export interface VersionUnderTest {
  dir: string;
  submission: Submission;
  files: VersionFile[];
}

/**
 * Intermediates that several checks need (predictions, columns), computed once in a suite.
 * A failure is kept as well: every check that needs the same step fails with the same reason.
 */
export interface SuiteState {
  once<T>(step: string, make: () => Promise<T>): Promise<T>;
}

export interface CheckContext extends VersionUnderTest {
  /** The version in production, under its label. */
  champion?: VersionUnderTest & { label: string };
  /** Path of the local advisory file (OSV records). */
  advisories?: string;
  /** Path of the JSON list of globals that a pickle may name. */
  allowlist: string;
  params: Record<string, Json>;
  suite: SuiteState;
  signal: AbortSignal;
}

export type CheckCategory =
  | "integrity"
  | "security"
  | "compatibility"
  | "documents"
  | "dependencies"
  | "data"
  | "performance"
  | "fairness"
  | "champion";

export interface CheckOutcome {
  status: "measured" | "skipped";
  /** Why `skipped`. */
  reason?: string;
  measurements: Measurement[];
  assurance: CheckResult["assurance"];
  /** Versions of the engines used, such as `{ onnxruntime: "1.30.0" }`. */
  engine?: Record<string, string>;
}

export interface CheckDefinition {
  /** Id of the catalogue, such as `perf.roc_auc`. */
  id: string;
  /** Semantic version; any change in numbers bumps it. */
  version: string;
  title: string;
  /** What is measured and what the value is, in a sentence or two; docs/checks.md shows it. */
  measures: string;
  category: CheckCategory;
  /** Roles of the files the check reads; their digests stand in the result. */
  reads: readonly FileRole[];
  /** True where the version in production is read as well. */
  readsChampion?: boolean;
  applies(task: Task): boolean;
  paramsSchema: z.ZodType;
  /** Measures and never judges. Throws CheckFault where it cannot measure. */
  run(ctx: CheckContext): Promise<CheckOutcome>;
}

/** A check could not measure: the message is a sentence for people. The result is `error`, which never passes. */
export class CheckFault extends Error {
  override readonly name = "CheckFault";
}
