import type { PolicyDocument, Task, Tier } from "./types.ts";

export interface PolicySubject {
  tier: Tier;
  /** Key of the environment. */
  environment: string;
  task: Task;
  /** Key of the model. */
  model: string;
}

/** The one policy that applies, or the keys of the several that claim to: none and several both approve nothing. */
export type Selection = { ok: true; policy: PolicyDocument } | { ok: false; several: string[] };

export function applies(policy: PolicyDocument, of: PolicySubject): boolean {
  const { tiers, environments, tasks, models } = policy.appliesTo;
  return (
    tiers.includes(of.tier) &&
    environments.includes(of.environment) &&
    (tasks === undefined || tasks.includes(of.task)) &&
    (models === undefined || models.includes(of.model))
  );
}

/** A policy that names the model wins over one that names its task, and that one over a general one. Equals refuse. */
const rank = (policy: PolicyDocument): number => (policy.appliesTo.models ? 2 : 0) + (policy.appliesTo.tasks ? 1 : 0);

/** Chooses among the published policies of a workspace. Order of the input does not matter. */
export function selectPolicy(published: readonly PolicyDocument[], of: PolicySubject): Selection {
  const fitting = published.filter((policy) => applies(policy, of));
  const highest = Math.max(-1, ...fitting.map(rank));
  const [first, ...others] = fitting.filter((policy) => rank(policy) === highest);
  if (first && others.length === 0) return { ok: true, policy: first };
  return { ok: false, several: first ? [first, ...others].map((policy) => policy.key).toSorted() : [] };
}
