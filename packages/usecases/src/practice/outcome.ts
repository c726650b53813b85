import type { DecisionAct, PracticeFound, PracticeOutcome, ReviewView } from "@countersign/domain";
import { planted } from "./sample/results.ts";
import type { Work } from "./work.ts";

interface Caught {
  found: PracticeFound;
  /** Numbers of the conditions that answer the defect. */
  answeredBy: number[];
}

/** Whether a decision catches the planted defect. A condition has to name its check: what names none answers what needs one, and here nothing does. */
export function caught(act: DecisionAct, conditions: readonly { number: number; covers: readonly string[] }[]): Caught {
  if (act === "request_changes" || act === "reject") return { found: "found", answeredBy: [] };
  const answeredBy = conditions.filter(({ covers }) => covers.includes(planted.check)).map(({ number }) => number);
  return { found: answeredBy.length > 0 ? "partly" : "missed", answeredBy };
}

/** What the person is told, with the two figures as their page shows them. Null before the decision. */
export function outcomeOf({ signed }: Work, { metricChanges, conditions }: ReviewView): PracticeOutcome | null {
  const defect = metricChanges.find(({ check, subject }) => check === planted.check && subject === planted.subject);
  const cover = metricChanges.find(({ check }) => check === planted.cover);
  if (!signed || !defect || !cover) return null;
  return { act: signed.act, ...caught(signed.act, conditions), defect, cover };
}
