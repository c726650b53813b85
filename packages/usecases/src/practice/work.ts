import type { DecisionAct } from "@countersign/domain";
import type { Section } from "@countersign/record";
import type { ProposedCondition } from "../conditions/propose.ts";

/** Where somebody stands in a practice that is under way. */
export interface Work {
  /** Section → content hash of the mark. */
  marks?: Partial<Record<Section, string>>;
  conditions?: ProposedCondition[];
  signed?: { act: DecisionAct; reason: string | null; at: string };
}
