import type { ReviewView } from "@countersign/domain";
import { CalibrationChart, Figure, Section } from "@countersign/ui";
import Link from "next/link";
import { FieldTable } from "../comparison/fields.tsx";
import { MetricTable, OnlyOne } from "../comparison/metrics.tsx";
import { measuredInBoth } from "../comparison/moved.ts";
import { changesWords } from "./standing.ts";
import { number } from "./words.ts";

/** What differs from the version in production: metrics with their direction, then settings, parameters, files. */
export function Changes({ view, mark }: { view: ReviewView; mark: React.ReactNode }) {
  const { base } = view;
  const moved = measuredInBoth(view.metricChanges);
  return (
    <Section
      id="changes"
      folio="2"
      title="Compared with production"
      summary={
        base
          ? `version ${base.number}${base.label ? ` · ${base.label}` : ""}: ${changesWords(view)} differ`
          : "nothing runs there yet"
      }
      action={mark}
    >
      {!base && (
        <p className="text-ink-2">
          This would be the first version of the model in {view.environment.title.toLowerCase()}; there is nothing to
          compare with.
        </p>
      )}
      {base && moved.length > 0 && <MetricTable changes={moved} base={base} now={view.version} />}
      {base && <OnlyOne changes={view.metricChanges} base={base} now={view.version} />}
      {base && view.changes.length > 0 && (
        <details className="mt-3" open={view.changes.length <= 12}>
          <summary className="text-[14px]">
            {view.changes.length} settings differ: parameters, columns, requirements, data and files
          </summary>
          <FieldTable changes={view.changes} base={base} now={view.version} />
        </details>
      )}
      {base && (
        <p className="mt-3 text-[14px]">
          <Link className="link" href={`/models/${view.model.key}/compare/${base.number}..${view.version.number}`}>
            Compare in full, with the model card word by word, or with another version
          </Link>
        </p>
      )}
      <Calibration view={view} />
    </Section>
  );
}

/** Predicted against observed, from the bins of the calibration error. */
function Calibration({ view }: { view: ReviewView }) {
  const error = view.checks.find((check) => check.check === "perf.ece")?.result?.measurements[0];
  const bins = (error?.details?.["reliability"] ?? []) as { n: number; meanScore: number; observed: number }[];
  const filled = bins.filter((bin) => bin.n > 0);
  if (filled.length < 2) return null;
  return (
    <Figure
      title="Calibration"
      legend={`version ${view.version.number}, on the test set`}
      finding={`The calibration error over ${bins.length} bins is ${number(error?.value ?? null)}.`}
      table={{
        head: ["Predicted", "Observed", "Rows"],
        rows: filled.map((bin) => [bin.meanScore.toFixed(3), bin.observed.toFixed(3), bin.n.toLocaleString("en")]),
      }}
    >
      <CalibrationChart points={filled.map(({ meanScore, observed }) => ({ predicted: meanScore, observed }))} />
    </Figure>
  );
}
