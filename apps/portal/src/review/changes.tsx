import type { MetricChange, ReviewView } from "@countersign/domain";
import { CalibrationChart, Figure, Section, shortDigest } from "@countersign/ui";
import { number } from "./words.ts";

/** What differs from the version in production: metrics with their direction, then settings, parameters, files. */
export function Changes({ view, mark }: { view: ReviewView; mark: React.ReactNode }) {
  const { base } = view;
  const moved = view.metricChanges.filter(
    (change) => change.base !== change.now && change.base !== null && change.now !== null,
  );
  const onlyOne = view.metricChanges.filter((change) => (change.base === null) !== (change.now === null));
  return (
    <Section
      id="changes"
      folio="2"
      title="Compared with production"
      summary={base ? `version ${base.number}${base.label ? ` · ${base.label}` : ""}` : "nothing runs there yet"}
      action={mark}
    >
      {!base && (
        <p className="text-ink-2">
          This would be the first version of the model in {view.environment.title.toLowerCase()}; there is nothing to
          compare with.
        </p>
      )}
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_230px]">
        {base && moved.length > 0 && (
          <div className="overflow-x-auto" role="region" aria-label="Metrics compared" tabIndex={0}>
            <table className="w-full border-collapse text-left text-[14px]">
              <thead>
                <tr className="text-[13px] text-muted">
                  <th className="py-1 font-normal">Metric</th>
                  <th className="py-1 pr-3 text-right font-normal">Version {base.number}</th>
                  <th className="py-1 pr-3 text-right font-normal">Version {view.version.number}</th>
                  <th className="py-1 text-right font-normal">Change</th>
                </tr>
              </thead>
              <tbody>
                {moved.map((change) => (
                  <tr key={`${change.check}${change.subject ?? ""}`} className="border-t border-hair">
                    <td className="min-w-44 py-1 pr-3">
                      {change.title}
                      {change.subject && <span className="text-muted">, {change.subject}</span>}
                    </td>
                    <td className="py-1 pr-3 text-right font-mono">{number(change.base)}</td>
                    <td className="py-1 pr-3 text-right font-mono">{number(change.now)}</td>
                    <td className="py-1 text-right font-mono whitespace-nowrap">
                      <Change change={change} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Calibration view={view} />
      </div>
      {base && onlyOne.length > 0 && (
        <p className="mt-2 text-[13px] text-muted">
          Measured for one of the two only:{" "}
          {[...new Set(onlyOne.map((change) => change.title.toLowerCase()))].join(", ")}.
        </p>
      )}
      {base && view.changes.length > 0 && (
        <details className="mt-3" open={view.changes.length <= 12}>
          <summary className="text-[14px]">
            {view.changes.length} settings, parameters, requirements and files differ
          </summary>
          <div className="overflow-x-auto" role="region" aria-label="Settings compared" tabIndex={0}>
            <table className="mt-2 w-full border-collapse text-left text-[14px]">
              <thead>
                <tr className="text-[13px] text-muted">
                  <th className="py-1 font-normal">What</th>
                  <th className="py-1 font-normal">Version {base.number}</th>
                  <th className="py-1 font-normal">Version {view.version.number}</th>
                </tr>
              </thead>
              <tbody>
                {view.changes.map((change) => (
                  <tr key={`${change.what}${change.name}`} className="border-t border-hair align-top">
                    <td className="py-1 pr-3">
                      <span className="text-muted">{change.what}</span> {change.name}
                    </td>
                    <td className="py-1 pr-3 font-mono text-[13px] break-all">{short(change.base)}</td>
                    <td className="py-1 font-mono text-[13px] break-all">{short(change.now)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
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

function Change({ change }: { change: MetricChange }) {
  if (change.base === null || change.now === null) return <>–</>;
  const difference = change.now - change.base;
  const amount = number(Math.abs(difference));
  if (change.better === null)
    return (
      <>
        {difference > 0 ? "+" : "−"}
        {amount}
      </>
    );
  const better = (change.better === "higher") === difference > 0;
  return (
    <span
      className={`inline-block rounded-[3px] px-1.5 ${better ? "bg-valid-tint text-better" : "bg-change-tint text-worse"}`}
    >
      {better ? "▲" : "▼"} {amount} {better ? "better" : "worse"}
    </span>
  );
}

const short = (value: string | null): string =>
  value === null ? "–" : /^[0-9a-f]{64}$/.test(value) ? shortDigest(value) : value.slice(0, 300);
