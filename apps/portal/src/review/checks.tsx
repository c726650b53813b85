import type { CheckView, Limit, ReviewView } from "@countersign/domain";
import { Note, outcomeWords, Section, Verdict } from "@countersign/ui";
import { ActButton } from "../client/review-actions.tsx";

const worst = (view: ReviewView): CheckView[] => view.checks.filter((check) => check.verdict !== "pass");

/** What the checks found: what blocks first and open, what passed folded. */
export function Checks({ view, mark }: { view: ReviewView; mark: React.ReactNode }) {
  const passed = view.checks.filter((check) => check.verdict === "pass");
  const blocking = view.checks.filter((check) => check.outcome === "blocks").length;
  const condition = view.checks.filter((check) => check.outcome === "condition").length;
  const running = view.checks.filter((check) => check.state === "queued").length;
  const summary = [
    running > 0 && `${running} running`,
    blocking > 0 && `${blocking} ${blocking === 1 ? "blocks" : "block"} approval`,
    condition > 0 && `${condition} ${condition === 1 ? "needs" : "need"} a condition`,
    `${passed.length} passed`,
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <Section id="checks" folio="1" title="Checks" summary={summary} action={mark}>
      {running > 0 && (
        <Note title="The checks are running.">
          Evidence is sealed when every check has ended; decisions are taken on it then.
        </Note>
      )}
      {worst(view).map((check) => (
        <Item
          key={check.runId}
          check={check}
          view={view}
          open={check.outcome === "blocks" || check.outcome === "condition"}
        />
      ))}
      {passed.length > 0 && (
        <details className="border-b border-hair">
          <summary className="py-2 text-[14px]">
            {passed.length} passed: {passed.map((check) => check.title.toLowerCase()).join(", ")}
          </summary>
          <div className="pl-4">
            {passed.map((check) => (
              <Item key={check.runId} check={check} view={view} open={false} />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}

function Item({ check, view, open }: { check: CheckView; view: ReviewView; open: boolean }) {
  const measurements = check.result?.measurements ?? [];
  return (
    <details open={open} className="border-b border-hair">
      <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
        <span className="font-[600]">{check.title}</span>
        <Verdict verdict={check.verdict} />
        {check.outcome && check.verdict !== "pass" && (
          <span className="text-[13px] text-muted">{outcomeWords[check.outcome]}</span>
        )}
        {check.state === "queued" && check.progress && <span className="text-[13px] text-muted">{check.progress}</span>}
      </summary>
      <div className="mb-3 border border-hair bg-sunken p-3 text-[14px]">
        {check.result?.reason && <p>{check.result.reason}</p>}
        {measurements.length > 0 && (
          <div className="overflow-x-auto" role="region" aria-label={`Measurements of ${check.title}`} tabIndex={0}>
            <table className="w-full border-collapse text-left">
              <thead className="max-sm:sr-only">
                <tr className="text-[13px] text-muted">
                  <th className="pr-3 font-normal">Verdict</th>
                  <th className="pr-3 font-normal">What</th>
                  <th className="pr-3 text-right font-normal">Value</th>
                  <th className="pr-3 text-right font-normal">Interval</th>
                  <th className="text-right font-normal">Limit</th>
                </tr>
              </thead>
              <tbody>
                {measurements.map((measurement, i) => (
                  <tr
                    key={measurement.subject ?? i}
                    className="border-t border-hair align-top max-sm:block max-sm:py-1.5"
                  >
                    <td className="py-1 pr-3 max-sm:block">
                      <Verdict verdict={check.judged?.measurements[i]?.verdict ?? null} />
                    </td>
                    <td className="py-1 pr-3 max-sm:block">
                      {check.judged?.measurements[i]?.sentence ?? measurement.subject ?? ""}
                    </td>
                    <td className="py-1 pr-3 text-right font-mono max-sm:inline-block max-sm:text-left">
                      {number(measurement.value)}
                    </td>
                    <td className="py-1 pr-3 text-right font-mono whitespace-nowrap max-sm:inline-block max-sm:text-left">
                      {measurement.interval
                        ? `${number(measurement.interval.low)} – ${number(measurement.interval.high)}`
                        : ""}
                    </td>
                    <td className="py-1 text-right font-mono whitespace-nowrap max-sm:block max-sm:text-left max-sm:text-muted">
                      {check.limits.map(limitWords).join(", ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Detections check={check} />
        <p className="mt-2 text-[13px] text-muted">
          Limit from {view.policy.title}, revision {view.policy.revision}.
        </p>
        {check.result && (
          <details className="text-[13px] text-muted">
            <summary>How it was measured</summary>
            <p className="mt-1 break-words">
              <code className="font-mono">{check.check}</code> {check.result.version},{" "}
              {check.result.assurance.replaceAll("_", " ")}; {check.result.isolation}.
            </p>
          </details>
        )}
        {check.verdict === "error" && view.you.actions.rerun_check.allowed && (
          <p className="mt-2">
            <ActButton act={{ kind: "rerun", checkRunId: check.runId }} word="Run again" />
          </p>
        )}
      </div>
    </details>
  );
}

function Detections({ check }: { check: CheckView }) {
  const detections = (check.result?.measurements ?? []).flatMap((measurement) => measurement.detections);
  if (detections.length === 0) return null;
  return (
    <ul className="mt-2 list-disc pl-5">
      {detections.slice(0, 25).map((detection, i) => (
        <li key={`${detection.code}${i}`} className="break-words">
          {detection.text}
        </li>
      ))}
      {detections.length > 25 && <li>and {detections.length - 25} more in the evidence bundle</li>}
    </ul>
  );
}

/** Four significant digits; the exact figure stands in the result by digest. */
export const number = (value: number | null): string =>
  value === null ? "–" : Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(4)));

const limitWords = (limit: Limit): string => {
  const than = Array.isArray(limit.than) ? `${limit.than[0]}–${limit.than[1]}` : String(limit.than);
  const on = { value: "", abs: "|x| ", low: "lower ", high: "upper ", width: "width ", detections: "hits " }[limit.on];
  return `${limit.verdict === "fail" ? "fails" : "warns"} ${on}${limit.is === "outside" ? "outside " : limit.is}${than}`;
};
