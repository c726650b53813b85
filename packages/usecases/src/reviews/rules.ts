import type { EvaluateInput, Role } from "@countersign/domain";
import type { ReviewFacts } from "./facts.ts";

/** The facts of a review in the shape that the rules take: the same for server, notary and verifier. */
export function evaluateInput(facts: ReviewFacts, at: string): EvaluateInput {
  const { conditionSet } = facts;
  const present = new Set(facts.files.map((file) => file.role));
  return {
    policy: facts.pinned.policy,
    environmentKnown: true,
    model: { state: facts.model.state, tier: facts.model.tier },
    version: {
      state: facts.version.state,
      contributors: facts.contributors.map(({ kind, person_id }) => ({ kind, person: person_id })),
    },
    review: { state: facts.review.state },
    round: { state: facts.round.state, evidenceSha256: facts.round.evidence_sha256 },
    checks: facts.checkRuns.map(({ check_key, state, verdict, outcome }) => ({ check: check_key, state, verdict, outcome }) as EvaluateInput["checks"][number]),
    documents: (["card", "datasheet"] as const).filter((document) => present.has(document)),
    decisions: facts.decisions.map((decision) => ({
      person: decision.person_id, role: decision.role as Role, act: decision.act as EvaluateInput["decisions"][number]["act"],
      evidenceSha256: decision.evidence_sha256, conditionsSha256: decision.conditions_sha256, state: decision.state as "valid",
    })),
    conditions: conditionSet && {
      sha256: conditionSet.sha256,
      items: facts.conditions.map(({ owner_id, due_at, blocking, state, covers }) => ({ owner: owner_id, dueAt: due_at, blocking, state, covers })),
    },
    findings: facts.findings.map(({ state, severity }) => ({ state, severity })),
    rolesInForce: Object.fromEntries([...facts.rolesInForce].map(([person, held]) => [person, held as Role[]])),
    activePeople: [...facts.activePeople],
    at,
  };
}
