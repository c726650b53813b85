import { rows } from "@countersign/db";
import type { Run } from "../kernel/command.ts";
import type { ReviewFacts } from "./facts.ts";

interface Signing {
  by: string;
  role: string;
  act: string;
  reason: string | null;
  meaning: string;
}

/**
 * What a person signs, as canonical JSON: everything the decision rests on, by digest, with the printed meaning
 * (21 CFR 11.50(a)(3)) and the sections they had marked. 21 CFR 11.70: the signature cannot be moved to another record.
 */
export async function decisionStatement(run: Run, facts: ReviewFacts, signing: Signing) {
  const { review, round, version, model, environment, pinned, conditionSet } = facts;
  const marks = await rows(run.tx, "section_mark", { review_id: review.id, person_id: signing.by, state: "valid" }, { order: "section" });
  return {
    statement: 1,
    review: review.id,
    round: round.number,
    model: model.key,
    version: version.number,
    identity: version.identity,
    environment: environment.key,
    policy: pinned.revision.sha256,
    evidence: round.evidence_sha256,
    conditions: conditionSet?.sha256 ?? null,
    act: signing.act,
    role: signing.role,
    person: signing.by,
    meaning: signing.meaning,
    reason: signing.reason,
    sections: marks.map(({ section, content_sha256 }) => ({ section, sha256: content_sha256 })),
    signed_at: run.at,
    authenticated_at: run.authenticatedAt,
  };
}
