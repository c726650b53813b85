import type { DecisionAct, EvaluateInput, Role, Task, Tier } from "@countersign/domain";
import type { ReviewFacts } from "./facts.ts";

/** The facts of a review in the shape that the rules take: the same for server, notary and verifier. */
export function evaluateInput(facts: ReviewFacts, at: string): EvaluateInput {
  const { conditionSet, round, version, model } = facts;
  const fileFact = ({ role, path, sha256 }: { role: string; path: string; sha256: string }) => ({ role, path, sha256 });
  return {
    at,
    policy: facts.pinned.policy,
    environment: facts.environment.key,
    model: { key: model.key, state: model.state, tier: model.tier as Tier | null },
    version: {
      state: version.state, identity: version.identity, task: version.task as Task,
      contributors: facts.contributors.map(({ kind, person_id }) => ({ kind, person: person_id })),
    },
    round: { state: round.state, number: round.number, evidenceDigest: round.evidence_sha256, champion: round.base_version_id },
    evidenceDigest: facts.evidenceNow,
    // A version that is in production itself was compared with what was there before it.
    champion: facts.champion === version.id ? round.base_version_id : facts.champion,
    files: facts.files.map(fileFact),
    championFiles: facts.championFiles?.map(fileFact) ?? null,
    results: Object.fromEntries(facts.results),
    decisions: facts.decisions.map((decision) => ({
      person: decision.person_id, role: decision.role as Role, act: decision.act as DecisionAct, evidenceDigest: decision.evidence_sha256,
      conditionsDigest: decision.conditions_sha256, state: decision.state, rolesInForce: (facts.rolesInForce.get(decision.person_id) ?? []) as Role[],
      personActive: facts.activePeople.has(decision.person_id), signedAt: decision.signed_at,
    })),
    conditions: conditionSet && {
      digest: conditionSet.sha256,
      items: facts.conditions.map(({ number, covers, owner_id, due_at, blocking, state }) => ({ number, covers, owner: owner_id, due: due_at, blocking, state })),
    },
    findings: facts.findings.map(({ number, severity, state }) => ({ number, severity, state })),
    approval: facts.approval && { state: facts.approval.state, validUntil: facts.approval.valid_until },
  };
}
