import type { DecisionAct } from "@countersign/policy";
import type { MetricChange } from "./comparison.ts";
import type { ReviewView } from "./review.ts";

/** Whether a decision catches the planted defect: it stops the version, obliges somebody to mend it, or lets it through. */
export type PracticeFound = "found" | "partly" | "missed";

/** Where somebody stands with practising. */
export interface PracticeStanding {
  /** Holds a role that judges what others built. */
  may: boolean;
  /** Has never signed anything, and has neither practised nor put it away: it is offered unasked. */
  offered: boolean;
  skipped: boolean;
  practisedAt: string | null;
}

/** What somebody is told once they have decided. */
export interface PracticeOutcome {
  act: DecisionAct;
  found: PracticeFound;
  /** The figure that was hidden, and the better one that hid it. */
  defect: MetricChange;
  cover: MetricChange;
  /** Numbers of the conditions that answer it. */
  answeredBy: number[];
}

export interface PracticeView {
  review: ReviewView;
  /** Null until a decision is signed. */
  outcome: PracticeOutcome | null;
  standing: PracticeStanding;
}
