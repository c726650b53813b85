import type { ReviewView } from "@countersign/domain";
import { csv } from "@countersign/reports/csv";
import { CalibrationChart, Figure, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { FieldTable } from "../comparison/fields.tsx";
import { MetricTable, OnlyOne } from "../comparison/metrics.tsx";
import { measuredInBoth } from "../comparison/moved.ts";
import { environmentInside, versionName } from "../model/names.ts";
import type { SectionProps } from "./since-review.tsx";
import { changesWords } from "./standing.ts";
import { number } from "./words.ts";

/** What differs from the version in production: metrics with their direction, then settings, parameters, files. */
export function Changes({ view, mark, folded }: SectionProps) {
  const say = useSay();
  const { base } = view;
  const moved = measuredInBoth(view.metricChanges);
  return (
    <Section
      id="changes"
      folio="2"
      title={say("Compared with production")}
      summary={
        base
          ? say("version {version}: {changes} differ", { version: versionName(base), changes: changesWords(say, view) })
          : say("nothing runs there yet")
      }
      action={mark}
      folded={folded}
    >
      {!base && (
        <p className="text-ink-2">
          {say("This would be the first version of the model in {environment}; there is nothing to compare with.", {
            environment: environmentInside(say, view.environment.title),
          })}
        </p>
      )}
      {base && moved.length > 0 && <MetricTable changes={moved} base={base} now={view.version} />}
      {base && <OnlyOne changes={view.metricChanges} base={base} now={view.version} />}
      {base && view.changes.length > 0 && (
        <details className="mt-3" open={view.changes.length <= 12}>
          <summary className="text-[14px]">
            {say("{n} settings differ: parameters, columns, requirements, data and files", { n: view.changes.length })}
          </summary>
          <FieldTable changes={view.changes} base={base} now={view.version} />
        </details>
      )}
      {base && !view.practice && (
        <p className="mt-3 text-[14px]">
          <Link className="link" href={`/models/${view.model.key}/compare/${base.number}..${view.version.number}`}>
            {say("Compare in full, with the model card word by word, or with another version")}
          </Link>
        </p>
      )}
      <Calibration view={view} />
    </Section>
  );
}

/** Predicted against observed, from the bins of the calibration error. */
function Calibration({ view }: { view: ReviewView }) {
  const say = useSay();
  const error = view.checks.find((check) => check.check === "perf.ece")?.result?.measurements[0];
  const bins = (error?.details?.["reliability"] ?? []) as { n: number; meanScore: number; observed: number }[];
  const filled = bins.filter((bin) => bin.n > 0);
  if (filled.length < 2) return null;
  return (
    <Figure
      title={say("Calibration")}
      legend={say("version {version}, on the test set", { version: view.version.number })}
      finding={say("The calibration error over {bins} bins is {value}.", {
        bins: bins.length,
        value: number(error?.value ?? null),
      })}
      table={{
        head: [say("Predicted"), say("Observed"), say("Rows")],
        rows: filled.map((bin) => [bin.meanScore.toFixed(3), bin.observed.toFixed(3), say.count(bin.n)]),
      }}
      file={{
        name: `calibration-${view.model.key}-${view.version.number}.csv`,
        csv: csv([
          ["predicted", "observed", "rows"],
          ...filled.map(({ meanScore, observed, n }) => [meanScore, observed, n]),
        ]),
      }}
    >
      <CalibrationChart points={filled.map(({ meanScore, observed }) => ({ predicted: meanScore, observed }))} />
    </Figure>
  );
}
