import type { Tier } from "@countersign/policy";
import { english, msg, type Say } from "@countersign/words";
import { tierCircumstances, tierQuestionNames, tierQuestions, type Score, type TierAnswers } from "./answers.ts";
import { defaultTierRules, type InherentRisk, type Materiality, type TierRules } from "./rules.ts";

export interface TierResult {
  tier: Tier;
  materiality: Materiality;
  inherent: InherentRisk;
  /** One sentence for each step that led to the tier. */
  reasons: string[];
}

/** From the strictest to the lightest. */
const order: readonly Tier[] = ["T1", "T2", "T3", "T4"];
export const stricter = (a: Tier, b: Tier): Tier => (order.indexOf(a) <= order.indexOf(b) ? a : b);

const inherentWords: Record<InherentRisk, string> = {
  low: msg("Inherent risk is low: the six factors average {mean} of 4."),
  medium: msg("Inherent risk is medium: the six factors average {mean} of 4."),
  high: msg("Inherent risk is high: the six factors average {mean} of 4."),
};
const materialityWords: Record<Materiality, string> = {
  immaterial: msg("Exposure {exposure} and purpose {purpose} of 4 make it immaterial."),
  low: msg("Exposure {exposure} and purpose {purpose} of 4 make it of low materiality."),
  medium: msg("Exposure {exposure} and purpose {purpose} of 4 make it of medium materiality."),
  high: msg("Exposure {exposure} and purpose {purpose} of 4 make it of high materiality."),
};

/** The tier that answers give. Monotone: raising an answer or adding a circumstance never gives a lighter tier. */
export function computeTier(
  { scores, circumstances }: TierAnswers,
  say: Say = english,
  rules: TierRules = defaultTierRules,
): TierResult {
  const of = (group: string): Score[] =>
    tierQuestionNames.filter((name) => tierQuestions[name].group === group).map((name) => scores[name]);
  const exposure = Math.max(...of("exposure"));
  const purpose = Math.max(...of("purpose"));
  const materiality = materialityOf(exposure, purpose);
  const factors = of("inherent");
  const mean = factors.reduce<number>((sum, factor) => sum + factor, 0) / factors.length;
  const inherent = inherentOf(mean, Math.max(...factors), rules);
  const reasons = [
    say(materialityWords[materiality], { exposure, purpose }),
    say(inherentWords[inherent], { mean: mean.toFixed(2) }),
  ];
  let tier = rules.table[materiality][inherent];
  reasons.push(say("Together that is {tier}.", { tier }));
  for (const circumstance of circumstances) {
    const floor = rules.floors[circumstance];
    const raised = stricter(tier, floor);
    if (raised !== tier)
      reasons.push(
        say("{circumstance} That makes it {tier} at least.", {
          circumstance: say(tierCircumstances[circumstance]),
          tier: raised,
        }),
      );
    tier = raised;
  }
  return { tier, materiality, inherent, reasons };
}

/** First match, over all 25 pairs of exposure and purpose. */
function materialityOf(exposure: number, purpose: number): Materiality {
  if (exposure === 4 || purpose === 4 || (exposure >= 3 && purpose >= 3)) return "high";
  if (exposure === 3 || purpose === 3) return "medium";
  return exposure <= 1 && purpose <= 1 ? "immaterial" : "low";
}

/** One extreme factor is never averaged away. */
function inherentOf(mean: number, highest: number, { inherent }: TierRules): InherentRisk {
  if (mean >= inherent.high) return "high";
  return mean >= inherent.medium || highest === 4 ? "medium" : "low";
}
