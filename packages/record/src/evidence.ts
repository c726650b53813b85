import { hex, jcsBytes } from "@countersign/canonical";
import { sha256 } from "@countersign/tlog";
import type { Row } from "./tables.ts";

/**
 * What a decision is taken on: the material classes of a round, by digest. Canonical JSON of this document,
 * hashed, is the evidence digest; a comment or a typo is no part of it.
 */
export interface EvidenceDocument {
  evidence: 1;
  review: string;
  round: number;
  model: string;
  version: { id: string; number: number; label: string | null; identity: string };
  environment: string;
  policy: string;
  submission: string;
  base: { version: string; identity: string } | null;
  /** Check → digest of its result. */
  checks: Record<string, string>;
  files: { role: string; path: string; sha256: string }[];
}

/** The rows that a round's evidence is told from. `runs`: the round's that ended; `files`: the version's. */
export interface EvidenceRows {
  review: Row<"review">;
  round: Row<"round">;
  version: Row<"version">;
  model: Row<"model">;
  environment: Row<"environment">;
  policySha256: string;
  base: Row<"version"> | null;
  runs: readonly Row<"check_run">[];
  files: readonly Row<"version_file">[];
}

/** The document of a round: one implementation for whoever seals it and whoever checks the seal. */
export function evidenceDocument({
  review,
  round,
  version,
  model,
  environment,
  policySha256,
  base,
  runs,
  files,
}: EvidenceRows): EvidenceDocument {
  return {
    evidence: 1,
    review: review.id,
    round: round.number,
    model: model.key,
    version: { id: version.id, number: version.number, label: version.label, identity: version.identity ?? "" },
    environment: environment.key,
    policy: policySha256,
    submission: version.submission_sha256,
    base: base ? { version: base.id, identity: base.identity ?? "" } : null,
    checks: Object.fromEntries(runs.map((run) => [run.check_key, run.result_sha256 ?? ""])),
    files: files
      .filter((file) => file.role !== "model")
      .map(({ role, path, sha256: digest }) => ({ role, path, sha256: digest }))
      .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.role < b.role ? -1 : 1)),
  };
}

/** SHA-256 of a document's canonical JSON, lower-case hex: the digest that it is kept, named and signed by. */
export const documentDigest = (document: unknown): string => hex(sha256(jcsBytes(document)));

/** The sections a reviewer reads and marks, in page order. A mark is bound to the section's content hash. */
export const sections = ["checks", "changes", "data", "documents"] as const;
export type Section = (typeof sections)[number];

/** Section → SHA-256 of what it shows. Equal evidence gives equal hashes, so unchanged marks carry over. */
export function sectionHashes(evidence: EvidenceDocument): Record<Section, string> {
  const filesOf = (roles: string[]) => evidence.files.filter((file) => roles.includes(file.role));
  return {
    checks: documentDigest({ checks: evidence.checks, policy: evidence.policy }),
    changes: documentDigest({
      base: evidence.base,
      version: evidence.version.identity,
      submission: evidence.submission,
    }),
    data: documentDigest(filesOf(["train", "test", "predictions"])),
    documents: documentDigest(filesOf(["card", "datasheet", "reported", "parameters", "requirements"])),
  };
}
