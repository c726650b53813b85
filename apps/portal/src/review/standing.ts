import type { CheckView, ConditionView, ReasonView, ReviewView } from "@countersign/domain";
import { outcomeWords } from "@countersign/ui";
import type { Say } from "@countersign/words";
import { measuredInBoth } from "../comparison/moved.ts";

type Counted = Pick<ReviewView, "checks" | "verdict">;

/** Conditions that answer the outcome of a check. One that names no check answers them all. */
export const conditionsFor = (conditions: ConditionView[], check: string): ConditionView[] =>
  conditions.filter(({ state, covers }) => state !== "superseded" && (covers.length === 0 || covers.includes(check)));

/** What is in the way, in the order in which the checks stand on the page. Of a check that runs nothing is said yet. */
export function reasonsOf({ verdict, checks }: Counted, group: ReasonView["group"]): ReasonView[] {
  const order = new Map(checks.map(({ check }, i) => [check, i]));
  const running = new Set(checks.filter(({ state }) => state === "queued").map(({ check }) => check));
  return verdict.reasons
    .filter((reason) => reason.group === group && (reason.check === null || !running.has(reason.check)))
    .toSorted((a, b) => (order.get(a.check ?? "") ?? 0) - (order.get(b.check ?? "") ?? 0));
}

/** The checks by what they do to an approval, as every count on the page has them. */
export function standing(view: Counted) {
  const about = (group: ReasonView["group"]): Set<string | null> =>
    new Set(reasonsOf(view, group).map(({ check }) => check));
  const [blocking, needing] = [about("check"), about("condition")];
  const rest = view.checks.filter(
    ({ check, state }) => state === "ended" && !blocking.has(check) && !needing.has(check),
  );
  const found = rest.filter(({ verdict }) => verdict !== "pass");
  return {
    running: view.checks.filter(({ state }) => state === "queued").length,
    blocking: blocking.size,
    needing: needing.size,
    answered: found.filter(({ outcome }) => outcome === "condition").length,
    informing: found.filter(({ outcome }) => outcome !== "condition").length,
    passed: rest.length - found.length,
  };
}

/** "13 block approval, 3 need a condition, 6 passed": they add up to the checks that were asked for. */
export function standingWords(say: Say, view: Counted): string {
  const { running, blocking, needing, answered, informing, passed } = standing(view);
  return [
    running > 0 && say("{n} running", { n: running }),
    blocking > 0 && blockWords(say, blocking),
    needing > 0 && needWords(say, needing),
    answered > 0 && say("{n} answered by a condition", { n: answered }),
    informing > 0 && say("{n} for information", { n: informing }),
    say("{n} passed", { n: passed }),
  ]
    .filter(Boolean)
    .join(", ");
}

export const blockWords = (say: Say, n: number): string =>
  say("{n, plural, one {# blocks} other {# block}} approval", { n });
export const needWords = (say: Say, n: number): string =>
  say("{n, plural, one {# needs} other {# need}} a condition", { n });

/** "12 figures, 22 settings": what differs from the version in production, counted as its section shows it. */
export const changesWords = (
  say: Say,
  { metricChanges, changes }: Pick<ReviewView, "metricChanges" | "changes">,
): string =>
  say("{figures, plural, one {# figure} other {# figures}}, {settings, plural, one {# setting} other {# settings}}", {
    figures: measuredInBoth(metricChanges).length,
    settings: changes.length,
  });

/** What a check does to the approval, and which condition answers it: `condition proposed (C1)`. */
export function outcomeOf(say: Say, check: CheckView, conditions: ConditionView[]): string | null {
  if (check.verdict === "pass" || check.outcome === null) return null;
  const answering = check.outcome === "condition" ? conditionsFor(conditions, check.check) : [];
  if (answering.length === 0) return say(outcomeWords[check.outcome]);
  const numbers = answering.map(({ number }) => `C${number}`).join(", ");
  return answering.some(({ state }) => state === "proposed")
    ? say("condition proposed ({numbers})", { numbers })
    : say("condition {numbers}", { numbers });
}
