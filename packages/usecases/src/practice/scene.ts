import type { Row } from "@countersign/db";
import type { CheckResult, Role } from "@countersign/domain";
import type { ReviewFacts } from "../reviews/facts.ts";
import { concluded, decisionsOf, marksOf, proposedBy } from "./answers.ts";
import { roleOf } from "./sample/rows.ts";
import { sealedSample } from "./sample/sealed.ts";
import type { Work } from "./work.ts";

/** A practice of one person: the facts that the rules look at, and what the page shows around them. */
export interface Scene {
  facts: ReviewFacts;
  base: Row<"version">;
  baseResults: Map<string, CheckResult>;
  marks: Row<"section_mark">[];
  /** What the person wrote, by the name that a row holds in place of a digest. */
  texts: Record<string, string>;
}

/** The sample as it stands for somebody who practises in a role and has come so far. Read by the same rules as any review. */
export function sceneOf(person: string, role: Role, at: string, work: Work): Scene {
  const sample = sealedSample(role, at);
  const { policy, revision, base, baseResults, round } = sample;
  const recommends = policy.signOffs.some(({ act }) => act === "recommend");
  const proposed = proposedBy(person, round, at, work);
  const others = roleOf(role);
  const facts: ReviewFacts = {
    ...concluded(sample, recommends, work),
    version: sample.version,
    model: sample.model,
    environment: sample.environment,
    pinned: { policy, revision },
    evidence: sample.evidence,
    evidenceNow: sample.evidenceNow,
    champion: base.id,
    championFiles: sample.championFiles,
    contributors: sample.contributors,
    files: sample.files,
    checkRuns: sample.checkRuns,
    results: sample.results,
    decisions: decisionsOf(person, role, round, proposed, work),
    conditionSet: proposed.conditionSet,
    conditions: proposed.conditions,
    findings: [],
    assignments: [],
    approval: null,
    rolesInForce: new Map<string, string[]>([[person, [role]], ...others]),
    activePeople: new Set([person, ...others.map(([id]) => id)]),
  };
  return {
    facts,
    base,
    baseResults,
    marks: marksOf(person, round, at, work),
    texts: { ...proposed.texts, ...(work.signed?.reason ? { reason: work.signed.reason } : {}) },
  };
}
