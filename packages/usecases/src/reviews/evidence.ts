import { blob, type Reader, type Row, rows } from "@countersign/db";
import { evidenceDocument, type EvidenceDocument } from "@countersign/record";

/** The evidence of a round as the rows tell it now: the same document that the verifier builds from the record. */
export async function buildEvidence(
  reader: Reader,
  of: {
    review: Row<"review">;
    round: Row<"round">;
    version: Row<"version">;
    model: Row<"model">;
    environment: Row<"environment">;
    policySha256: string;
  },
): Promise<EvidenceDocument> {
  const { round, version } = of;
  const [base] = round.base_version_id ? await rows(reader, "version", { id: round.base_version_id }) : [];
  return evidenceDocument({
    ...of,
    base: base ?? null,
    runs: await rows(reader, "check_run", { round_id: round.id, state: "ended" }),
    files: await rows(reader, "version_file", { version_id: version.id }),
  });
}

/** The evidence document of a sealed round. */
export async function sealedEvidence(reader: Reader, round: Row<"round">): Promise<EvidenceDocument | null> {
  const bytes = round.evidence_sha256 ? await blob(reader, round.evidence_sha256) : null;
  return bytes ? (JSON.parse(Buffer.from(bytes).toString("utf8")) as EvidenceDocument) : null;
}
