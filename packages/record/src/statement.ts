import { documentDigest, type EvidenceDocument, sectionHashes, sections } from "./evidence.ts";
import type { Row } from "./tables.ts";

/** What stands behind a signature: the rows it rests on, the printed meaning of the policy, the signer's marks in the review. */
export interface StatementFacts {
  review: Row<"review">;
  round: Row<"round">;
  version: Row<"version">;
  model: Row<"model">;
  environment: Row<"environment">;
  policySha256: string;
  conditionsSha256: string | null;
  evidence: EvidenceDocument | null;
  marks: readonly Pick<Row<"section_mark">, "section" | "content_sha256">[];
  meaning: string;
  signed: Pick<Row<"decision">, "person_id" | "role" | "act" | "reason" | "signed_at"> & {
    authenticated_at: string | null;
  };
}

/**
 * What a person signs, as a document to be kept in canonical JSON: everything the decision rests on, by digest, with the
 * printed meaning (21 CFR 11.50(a)(3)) and the sections they had marked as they stand. 21 CFR 11.70: the signature cannot
 * be moved to another record. One implementation for the server that keeps it and the verifier that derives it again.
 */
export function decisionStatement({
  review,
  round,
  version,
  model,
  environment,
  policySha256,
  conditionsSha256,
  evidence,
  marks,
  meaning,
  signed,
}: StatementFacts) {
  const hashes = evidence && sectionHashes(evidence);
  const read = sections.filter((section) =>
    marks.some((mark) => mark.section === section && mark.content_sha256 === hashes?.[section]),
  );
  return {
    statement: 1,
    review: review.id,
    round: round.number,
    model: model.key,
    version: version.number,
    identity: version.identity,
    environment: environment.key,
    policy: policySha256,
    evidence: round.evidence_sha256,
    conditions: conditionsSha256,
    act: signed.act,
    role: signed.role,
    person: signed.person_id,
    meaning,
    reason: signed.reason,
    sections: read.map((section) => ({ section, sha256: hashes?.[section] ?? "" })),
    signed_at: signed.signed_at,
    authenticated_at: signed.authenticated_at,
  };
}

type ConditionTerms = Pick<Row<"condition">, "id" | "number" | "text" | "covers" | "owner_id" | "due_at" | "blocking">;

/** The digest by which a set of conditions is signed: its terms in their order, without what becomes of them. */
export const conditionsDigest = (conditions: readonly ConditionTerms[]): string =>
  documentDigest(
    conditions.map(({ id, number, text, covers, owner_id, due_at, blocking }) => ({
      id,
      number,
      text,
      covers,
      owner_id,
      due_at,
      blocking,
    })),
  );
