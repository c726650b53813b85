import {
  type DecisionAct,
  evaluate,
  type EvaluateInput,
  type Role,
  type Task,
  type Tier,
  type Verdict,
} from "@countersign/domain";
import type { ReviewFacts } from "./facts.ts";

interface Judged {
  at: string;
  input: EvaluateInput;
  verdict?: Verdict;
}
const judged = new WeakMap<ReviewFacts, Judged>();

/** What is made of these facts at a moment: made once, however many parts of a page ask. */
function judging(facts: ReviewFacts, at: string): Judged {
  const before = judged.get(facts);
  if (before?.at === at) return before;
  const made = { at, input: inputOf(facts, at) };
  judged.set(facts, made);
  return made;
}

/** The facts of a review in the shape that the rules take: the same for server, notary and verifier. */
export const evaluateInput = (facts: ReviewFacts, at: string): EvaluateInput => judging(facts, at).input;

/** What the policy says of these facts at a moment. */
export function verdictOf(facts: ReviewFacts, at: string): Verdict {
  const made = judging(facts, at);
  return (made.verdict ??= evaluate(made.input));
}

type Staff = Pick<EvaluateInput, "rolesInForce" | "activePeople">;
const staff = new WeakMap<ReviewFacts["rolesInForce"], Staff>();

/** Who holds which role, in the shape that the rules take: reviews of one workspace that were read at once share it. */
function staffOf({ rolesInForce, activePeople }: ReviewFacts): Staff {
  const before = staff.get(rolesInForce);
  if (before) return before;
  const made = {
    rolesInForce: Object.fromEntries([...rolesInForce].map(([person, held]) => [person, held as Role[]])),
    activePeople: [...activePeople],
  };
  staff.set(rolesInForce, made);
  return made;
}

function inputOf(facts: ReviewFacts, at: string): EvaluateInput {
  const { conditionSet, round, version, model } = facts;
  const fileFact = ({ role, path, sha256 }: { role: string; path: string; sha256: string }) => ({ role, path, sha256 });
  return {
    at,
    policy: facts.pinned.policy,
    environment: facts.environment.key,
    model: { key: model.key, state: model.state, tier: model.tier as Tier | null },
    version: {
      state: version.state,
      identity: version.identity,
      task: version.task as Task,
      contributors: facts.contributors.map(({ kind, person_id }) => ({ kind, person: person_id })),
    },
    review: { state: facts.review.state },
    round: { state: round.state, evidenceSha256: round.evidence_sha256, champion: round.base_version_id },
    evidenceSha256: facts.evidenceNow,
    // A version that is in production itself was compared with what was there before it.
    champion: facts.champion === version.id ? round.base_version_id : facts.champion,
    files: facts.files.map(fileFact),
    championFiles: facts.championFiles?.map(fileFact) ?? null,
    results: Object.fromEntries(facts.results),
    decisions: facts.decisions.map((decision) => ({
      person: decision.person_id,
      role: decision.role as Role,
      act: decision.act as DecisionAct,
      evidenceSha256: decision.evidence_sha256,
      conditionsSha256: decision.conditions_sha256,
      state: decision.state,
    })),
    ...staffOf(facts),
    conditions: conditionSet && {
      sha256: conditionSet.sha256,
      items: facts.conditions.map(({ number, covers, owner_id, due_at, blocking, state }) => ({
        number,
        covers,
        owner: owner_id,
        dueAt: due_at,
        blocking,
        state,
      })),
    },
    findings: facts.findings.map(({ number, severity, state }) => ({ number, severity, state })),
    approval: facts.approval && { state: facts.approval.state, validUntil: facts.approval.valid_until },
  };
}
