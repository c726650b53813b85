import type { Tier } from "@countersign/policy";
import type { TierCircumstance } from "./answers.ts";

export type Materiality = "immaterial" | "low" | "medium" | "high";
export type InherentRisk = "low" | "medium" | "high";

/** Every number of the computation, as data that an organisation may replace. */
export interface TierRules {
  /** Mean of the inherent factors from which the risk is medium, and high. */
  inherent: { medium: number; high: number };
  table: Record<Materiality, Record<InherentRisk, Tier>>;
  /** The tier that a circumstance leaves at most. */
  floors: Record<TierCircumstance, Tier>;
}

/** Proposal of the house: exposure and purpose give materiality, inherent risk its weight (SR 26-2). */
export const defaultTierRules: TierRules = {
  inherent: { medium: 1.5, high: 2.75 },
  table: {
    immaterial: { low: "T4", medium: "T4", high: "T3" },
    low: { low: "T3", medium: "T3", high: "T2" },
    medium: { low: "T3", medium: "T2", high: "T1" },
    high: { low: "T2", medium: "T1", high: "T1" },
  },
  floors: { high_risk_ai: "T1", generative_public: "T3", hiring: "T2", continual_learning: "T2" },
};
