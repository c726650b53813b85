import type { CheckView, Measurement } from "@countersign/domain";
import { csv } from "@countersign/reports/csv";
import { DotChart, type DotRow, Figure } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { number } from "./words.ts";

interface Group {
  n: number;
  positives: number;
  judged: boolean;
  errorRatesJudged: boolean;
  selectionRate: number;
  selectionInterval: [number, number];
  tpr: number | null;
  fpr: number | null;
}
type Rate = "selectionRate" | "tpr" | "fpr";

const rates: Record<Rate, string> = {
  selectionRate: msg("Favourable decisions, by {attribute}"),
  tpr: msg("True positive rate, by {attribute}"),
  fpr: msg("False positive rate, by {attribute}"),
};

/** Which rate a fairness check compares: the favourable share, or the error rate whose difference is its value. */
function rateOf(check: string, { value, details }: Measurement): Rate | null {
  if (check === "fairness.dp_ratio") return "selectionRate";
  if (check !== "fairness.equalized_odds_difference") return null;
  return details?.["fprDifference"] === value ? "fpr" : "tpr";
}

/** One figure for each attribute: its groups, and the line where the policy's limit would be reached. */
export function GroupFigures({ check }: { check: CheckView }) {
  const say = useSay();
  return (check.result?.measurements ?? []).map((measurement, i) => {
    const rate = rateOf(check.check, measurement);
    const groups = measurement.details?.["groups"] as Record<string, Group> | undefined;
    if (!rate || !groups || measurement.value === null) return null;
    const verdict = check.judged?.measurements[i]?.verdict;
    // Every group is in the numbers; a drawing is worth its place where something was found.
    if (verdict === "pass" && check.verdict !== "pass") return null;
    const limit = check.judged?.measurements[i]?.limit ?? check.limits[0];
    const than = typeof limit?.than === "number" ? limit.than : null;
    const entries = Object.entries(groups).map(([name, group]) => ({
      name,
      group,
      value: (rate === "selectionRate" ? group.judged : group.errorRatesJudged) ? group[rate] : null,
      of: rate === "selectionRate" ? group.n : rate === "tpr" ? group.positives : group.n - group.positives,
    }));
    const values = entries.flatMap(({ value }) => (value === null ? [] : [value]));
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    const at = than === null ? null : rate === "selectionRate" ? highest * than : lowest + than;
    const beyond = (value: number): boolean => at !== null && (rate === "selectionRate" ? value < at : value > at);
    const rows: DotRow[] = entries.map(({ name, group, value, of }) => ({
      label: name,
      value,
      ...(rate === "selectionRate" && value !== null
        ? { low: group.selectionInterval[0], high: group.selectionInterval[1] }
        : {}),
      words:
        value === null
          ? say("too few: {n}", { n: of })
          : say("{value} of {n}", { value: value.toFixed(3), n: say.count(of) }),
      beyond: value !== null && beyond(value),
    }));
    const subject = measurement.subject ?? say("group");
    return (
      <Figure
        key={subject}
        title={say(rates[rate], { attribute: subject })}
        legend={rate === "selectionRate" ? say("with 95 % interval") : undefined}
        finding={check.judged?.measurements[i]?.sentence ?? ""}
        table={{
          head: [subject, say("Rows"), say("Positive"), say("Favourable"), say("True positive"), say("False positive")],
          rows: entries.map(({ name, group }) => [
            name,
            say.count(group.n),
            say.count(group.positives),
            number(group.selectionRate),
            number(group.tpr),
            number(group.fpr),
          ]),
        }}
        file={{
          name: `${check.check}-${subject}.csv`,
          csv: csv([
            ["group", "rows", "positives", "favourable", "true_positive_rate", "false_positive_rate"],
            ...entries.map(({ name, group: { n, positives, selectionRate, tpr, fpr } }) => [
              name,
              n,
              positives,
              selectionRate,
              tpr ?? "",
              fpr ?? "",
            ]),
          ]),
        }}
      >
        <DotChart
          rows={rows}
          limit={
            at === null
              ? null
              : {
                  at,
                  word: say(rate === "selectionRate" ? "limit: highest × {than}" : "limit: lowest + {than}", {
                    than: String(than),
                  }),
                }
          }
        />
      </Figure>
    );
  });
}
