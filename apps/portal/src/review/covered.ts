import type { CheckView, ConditionView, Limit, ReviewView } from "@countersign/domain";
import { msg, type Say } from "@countersign/words";
import { conditionsFor } from "./standing.ts";
import { allowed, foremost, number, titleWords } from "./words.ts";

/** The checks that need a condition and have one, as whoever signs is told: `Covered by condition 1: Gini, 0.31, at least 0.4`. */
export const coveredWords = (say: Say, { checks, conditions }: Pick<ReviewView, "checks" | "conditions">): string[] =>
  checks.flatMap((check) => {
    const covering = check.outcome === "condition" ? conditionsFor(conditions, check.check) : [];
    return covering.length === 0 ? [] : [coveredLine(say, check, covering)];
  });

function coveredLine(say: Say, check: CheckView, covering: ConditionView[]): string {
  const first = foremost(check);
  const limit = check.verdict === "insufficient" ? undefined : first?.limit;
  const what = [
    titleWords(say, check.title),
    ...(first && first.measurement.value !== null ? [number(first.measurement.value)] : []),
    ...(limit ? [boundWords(say, limit)] : []),
  ].join(", ");
  return say("Covered by {n, plural, one {condition} other {conditions}} {numbers}: {what}", {
    n: covering.length,
    numbers: say.list(covering.map((condition) => String(condition.number))),
    what,
  });
}

/** What is kept where a limit of this kind warns or fails. */
const kept: Partial<Record<Limit["is"], string>> = {
  "<": msg("at least {n}"),
  "<=": msg("above {n}"),
  ">": msg("at most {n}"),
  ">=": msg("below {n}"),
};

/** What a limit allows, in words where it is one bound of the value itself. */
function boundWords(say: Say, limit: Limit): string {
  const words = limit.on === "value" ? kept[limit.is] : undefined;
  return words && typeof limit.than === "number" ? say(words, { n: number(limit.than) }) : allowed(limit, say);
}
