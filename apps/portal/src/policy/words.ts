import type { PolicyDocument } from "@countersign/domain";

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

/** What a policy applies to, in a sentence. */
export function appliesWords({ tiers, environments, tasks, models }: PolicyDocument["appliesTo"]): string {
  const of = models ? `The ${models.length === 1 ? "model" : "models"} ${listed(models)}` : "Models";
  const task = tasks ? `, ${listed(tasks)}` : "";
  return `${of} of ${tiers.length === 1 ? "tier" : "tiers"} ${listed(tiers.map((tier) => tier.slice(1)))}${task}, in ${listed(environments)}.`;
}

const plain = (role: string): string => role.replaceAll("_", " ");

/** Who signs, and what keeps signers apart, a sentence each. */
export function signatureWords({ signOffs, separation }: PolicyDocument): string[] {
  return [
    ...signOffs.map(({ role, count, act }) =>
      act === "recommend"
        ? `${count} ${plain(role)}${count === 1 ? " recommends" : "s recommend"} it.`
        : `${count} ${plain(role)}${count === 1 ? " approves" : "s approve"} it.`,
    ),
    separation.contributorsMaySign
      ? "Whoever built the version may sign."
      : "Nobody who owns the token, submitted, trained or committed it may sign.",
    separation.distinctPeople ? "One person signs in one capacity only." : "One person may sign in several capacities.",
    separation.hideDecisions
      ? "Approvers see each other's decision only after their own."
      : "Approvers see each other's decisions.",
  ];
}

/** What follows an approval. */
export function afterWords({ promotion, reviewDays, validityDays, conditions, documents }: PolicyDocument): string[] {
  return [
    documents.length > 0
      ? `A ${listed(documents.map((document) => (document === "card" ? "model card" : document)))} must be there.`
      : "No document is asked for.",
    conditions.allowed
      ? `An approval may carry conditions, each due within ${conditions.maxDays} days.`
      : "An approval carries no conditions.",
    `A review is due after ${reviewDays} days. An approval holds for ${validityDays} days.`,
    promotion === "on_approval"
      ? "With the last signature the version goes into the environment at once."
      : "A deployer moves the version afterwards.",
  ];
}
