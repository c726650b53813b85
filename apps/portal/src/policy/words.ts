import type { PolicyDocument } from "@countersign/domain";
import { msg, type Say } from "@countersign/words";

/** What a policy applies to, in a sentence. */
export function appliesWords(say: Say, { tiers, environments, tasks, models }: PolicyDocument["appliesTo"]): string {
  return say(
    models
      ? "{count, plural, one {The model} other {The models}} {models} of {n, plural, one {tier} other {tiers}} {tiers}{tasks}, in {environments}."
      : "Models of {n, plural, one {tier} other {tiers}} {tiers}{tasks}, in {environments}.",
    {
      ...(models ? { count: models.length, models: say.list(models) } : {}),
      n: tiers.length,
      tiers: say.list(tiers.map((tier) => tier.slice(1))),
      tasks: tasks ? `, ${say.list(tasks.map((task) => say.term(task)))}` : "",
      environments: say.list(environments),
    },
  );
}

/** Who signs, and what keeps signers apart, a sentence each. */
export function signatureWords(say: Say, { signOffs, separation }: PolicyDocument): string[] {
  return [
    ...signOffs.map(({ role, count, act }) =>
      say(
        act === "recommend"
          ? "{n, plural, one {# {role} recommends} other {# {role}s recommend}} it."
          : "{n, plural, one {# {role} approves} other {# {role}s approve}} it.",
        { n: count, role: say.term(role) },
      ),
    ),
    ...[
      separation.contributorsMaySign
        ? msg("Whoever built the version may sign.")
        : msg("Nobody who owns the token, submitted, trained or committed it may sign."),
      separation.distinctPeople
        ? msg("One person signs in one capacity only.")
        : msg("One person may sign in several capacities."),
      separation.hideDecisions
        ? msg("Approvers see each other's decision only after their own.")
        : msg("Approvers see each other's decisions."),
    ].map((sentence) => say(sentence)),
  ];
}

/** What follows an approval. */
export function afterWords(
  say: Say,
  { promotion, reviewDays, validityDays, conditions, documents }: PolicyDocument,
): string[] {
  const papers = documents.map((document) => say.term(document === "card" ? "model card" : document));
  return [
    documents.length > 0
      ? say("A {documents} must be there.", { documents: say.list(papers) })
      : say("No document is asked for."),
    conditions.allowed
      ? say("An approval may carry conditions, each due within {n} days.", { n: conditions.maxDays })
      : say("An approval carries no conditions."),
    say("A review is due after {due} days. An approval holds for {valid} days.", {
      due: reviewDays,
      valid: validityDays,
    }),
    promotion === "on_approval"
      ? say("With the last signature the version goes into the environment at once.")
      : say("A deployer moves the version afterwards."),
  ];
}
