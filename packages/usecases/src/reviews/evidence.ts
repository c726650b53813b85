import { blob, type Reader, type Row, rows } from "@countersign/db";
import { digestOf } from "../kernel/digest.ts";

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

/** The sections a reviewer reads and marks, in page order. A mark is bound to the section's content hash. */
export const sections = ["checks", "changes", "data", "documents"] as const;
export type Section = (typeof sections)[number];

/** Section → SHA-256 of what it shows. Equal evidence gives equal hashes, so unchanged marks carry over. */
export function sectionHashes(evidence: EvidenceDocument): Record<Section, string> {
  const filesOf = (roles: string[]) => evidence.files.filter((file) => roles.includes(file.role));
  return {
    checks: digestOf({ checks: evidence.checks, policy: evidence.policy }),
    changes: digestOf({ base: evidence.base, version: evidence.version.identity, submission: evidence.submission }),
    data: digestOf(filesOf(["train", "test", "predictions"])),
    documents: digestOf(filesOf(["card", "datasheet", "reported", "parameters", "requirements"])),
  };
}

export async function buildEvidence(reader: Reader, of: {
  review: Row<"review">; round: Row<"round">; version: Row<"version">; model: Row<"model">; environment: Row<"environment">; policySha256: string;
}): Promise<EvidenceDocument> {
  const { review, round, version } = of;
  const runs = await rows(reader, "check_run", { round_id: round.id, state: "ended" });
  const files = await rows(reader, "version_file", { version_id: version.id }, { order: "path" });
  const [base] = round.base_version_id ? await rows(reader, "version", { id: round.base_version_id }) : [];
  return {
    evidence: 1,
    review: review.id,
    round: round.number,
    model: of.model.key,
    version: { id: version.id, number: version.number, label: version.label, identity: version.identity ?? "" },
    environment: of.environment.key,
    policy: of.policySha256,
    submission: version.submission_sha256,
    base: base ? { version: base.id, identity: base.identity ?? "" } : null,
    checks: Object.fromEntries(runs.map((run) => [run.check_key, run.result_sha256 ?? ""])),
    files: files.filter((file) => file.role !== "model").map(({ role, path, sha256 }) => ({ role, path, sha256 }))
      .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.role < b.role ? -1 : 1)),
  };
}

/** The evidence document of a sealed round. */
export async function sealedEvidence(reader: Reader, round: Row<"round">): Promise<EvidenceDocument | null> {
  const bytes = round.evidence_sha256 ? await blob(reader, round.evidence_sha256) : null;
  return bytes ? (JSON.parse(Buffer.from(bytes).toString("utf8")) as EvidenceDocument) : null;
}
