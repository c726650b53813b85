import { blob, type Reader, type Row } from "@countersign/db";
import type { Submission } from "@countersign/domain";

/** The parsed `countersign.yaml` that a version was drafted from. */
export async function submissionOf(run: { tx: Reader }, version: Row<"version">): Promise<Submission> {
  const bytes = await blob(run.tx, version.submission_sha256);
  if (!bytes) throw new Error(`the submission of ${version.id} is not stored`);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as Submission;
}
