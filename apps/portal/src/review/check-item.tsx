import { aboutWords, type CheckView, type ReviewView } from "@countersign/domain";
import { Icon, Verdict } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import { ActButton } from "../client/review-actions.tsx";
import { GroupFigures } from "./groups.tsx";
import { conditionsFor, outcomeOf } from "./standing.ts";
import { allowed, foremost, limitWords, minus, number, titleWords } from "./words.ts";

/** So many parts of a check that are past their limit are told in its line; all of them stand inside. */
const toldClosed = 3;

/** What was found, of every part that did not pass; where nothing was measured, why. */
function findingsOf(check: CheckView): string[] {
  const found = check.judged?.measurements.filter((judged) => judged.verdict !== "pass") ?? [];
  if (found.length > 0) return found.map(({ sentence }) => minus(sentence));
  return check.judged && check.verdict !== "pass" ? [check.judged.sentence] : [];
}

/** One check: its verdict and what it came to in a line; open, what was found, drawn and in numbers, and where its limit comes from. */
export function CheckItem({ check, view, open }: { check: CheckView; view: ReviewView; open: boolean }) {
  const say = useSay();
  const first = foremost(check);
  // Too little evidence is no distance to a limit.
  const limit = check.verdict === "insufficient" ? undefined : first?.limit;
  const found = findingsOf(check);
  const outcome = outcomeOf(say, check, view.conditions);
  const more = found.length - toldClosed;
  return (
    <details open={open} id={`check-${check.check}`} className="group scroll-mt-16 border-b border-hair">
      <summary className="grid min-h-9 grid-cols-[16px_minmax(0,1fr)] items-start gap-x-2.5 py-1.5 leading-6 marker:content-none sm:grid-cols-[16px_158px_minmax(0,1fr)_72px_96px] [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="mt-1.5 size-3.5 text-muted transition-transform group-open:rotate-90" />
        <span className="max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 sm:row-span-2">
          <Verdict verdict={check.verdict} />
          {outcome && <span className="block text-[13px] text-muted">{outcome}</span>}
        </span>
        <span className="font-[650] max-sm:col-start-2">{titleWords(say, check.title)}</span>
        <span className="font-mono text-[14px] max-sm:col-start-2 sm:text-right">
          {check.state === "queued" ? (
            <span className="font-sans text-[13px] text-muted">{check.progress}</span>
          ) : (
            first && number(first.measurement.value)
          )}
          <span className="ml-3 text-muted sm:hidden">{limit && allowed(limit, say)}</span>
        </span>
        <span className="text-right font-mono text-[13px] text-muted max-sm:hidden">
          {limit && allowed(limit, say)}
        </span>
        {found.length > 0 && (
          <span className="col-start-2 line-clamp-6 text-[13px] leading-5 text-ink-2 group-open:hidden sm:col-span-3 sm:col-start-3 sm:line-clamp-3">
            {found.slice(0, toldClosed).join(" ")}
            {more > 0 && ` ${say("And {n} more.", { n: more })}`}
          </span>
        )}
      </summary>
      <div className="mt-1 mb-4 rounded border border-hair bg-sunken/60 p-3 text-[14px] sm:ml-[26px]">
        {found.map((sentence) => (
          <p key={sentence} className="max-w-[68ch] [&+p]:mt-1">
            {sentence}
          </p>
        ))}
        <Detections check={check} />
        {check.outcome === "condition" &&
          conditionsFor(view.conditions, check.check).map(({ id, number: no, text }) => (
            <p key={id} className="mt-2 max-w-[68ch]">
              {say.rich("<link>Condition C{n}</link>: {text}", {
                n: no,
                text,
                link: (inside) => (
                  <a className="link" href={`#condition-${no}`}>
                    {inside}
                  </a>
                ),
              })}
            </p>
          ))}
        <GroupFigures check={check} />
        <Measurements check={check} />
        <dl className="mt-3 grid grid-cols-[84px_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-t border-hair pt-2 text-[13px]">
          <dt className="text-muted">{say("Limit from")}</dt>
          <dd>
            {say("{policy}, revision {n}: {limits}", {
              policy: view.policy.title,
              n: view.policy.revision,
              limits: check.limits.map((one) => limitWords(one, say)).join("; "),
            })}
          </dd>
          {check.result?.measurements.length === 1 && first?.measurement.interval && (
            <>
              <dt className="text-muted">{say("Interval")}</dt>
              <dd>
                {number(first.measurement.interval.low)} – {number(first.measurement.interval.high)},{" "}
                {first.measurement.interval.level * 100} % ({first.measurement.interval.method})
              </dd>
            </>
          )}
        </dl>
        <HowMeasured check={check} />
        {check.verdict === "error" && view.you.actions.rerun_check.allowed && (
          <p className="mt-2">
            <ActButton act={{ kind: "rerun", checkRunId: check.runId }} word={say("Run again")} />
          </p>
        )}
      </div>
    </details>
  );
}

/** Method, version and isolation, as they are recorded. */
function HowMeasured({ check: { check, result, attempt } }: { check: CheckView }) {
  const say = useSay();
  if (!result) return null;
  const how = {
    check: <code className="font-mono">{check}</code>,
    version: result.version,
    assurance: say.term(result.assurance),
    isolation: result.isolation,
  };
  return (
    <details className="mt-1 text-[13px]">
      <summary className="inline-block min-h-6 text-accent underline underline-offset-2">
        {say("How it was measured")}
      </summary>
      <p className="break-words text-ink-2">
        {attempt > 1
          ? say.rich("{check} {version}, {assurance}, attempt {n}. Closed in: {isolation}.", { ...how, n: attempt })
          : say.rich("{check} {version}, {assurance}. Closed in: {isolation}.", how)}
      </p>
    </details>
  );
}

const aboutOf = (say: Say, { check, title }: CheckView, subject: string | undefined): string =>
  subject === undefined ? titleWords(say, title) : aboutWords(check, subject, say);

/** Every measurement, the passed ones too: what was measured, not only what was found. */
function Measurements({ check }: { check: CheckView }) {
  const say = useSay();
  const measurements = check.result?.measurements ?? [];
  if (measurements.length < 2) return null;
  return (
    <div
      className="mt-3 overflow-x-auto"
      role="region"
      aria-label={say("Measurements of {check}", { check: titleWords(say, check.title) })}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left">
        <thead className="max-sm:sr-only">
          <tr className="text-[13px] text-muted">
            <th className="pr-3 font-normal">{say("Measured")}</th>
            <th className="pr-3 text-right font-normal">{say("Value")}</th>
            <th className="pr-3 text-right font-normal">{say("Interval")}</th>
            <th className="text-right font-normal">{say("Verdict")}</th>
          </tr>
        </thead>
        <tbody>
          {measurements.map((measurement, i) => {
            const judged = check.judged?.measurements[i];
            return (
              <tr key={measurement.subject ?? i} className="border-t border-hair align-top max-sm:block max-sm:py-1.5">
                <td className="py-1 pr-3 max-sm:block">
                  {judged?.verdict === "pass" ? minus(judged.sentence) : aboutOf(say, check, measurement.subject)}
                </td>
                <td className="py-1 pr-3 text-right font-mono max-sm:inline-block max-sm:text-left">
                  {number(measurement.value)}
                </td>
                <td className="py-1 pr-3 text-right font-mono whitespace-nowrap max-sm:inline-block max-sm:text-left">
                  {measurement.interval
                    ? `${number(measurement.interval.low)} – ${number(measurement.interval.high)}`
                    : ""}
                </td>
                <td className="py-1 text-right max-sm:block max-sm:text-left">
                  <Verdict verdict={judged?.verdict ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Detections that the sentence above them does not already tell word for word. */
function Detections({ check }: { check: CheckView }) {
  const say = useSay();
  const told = check.judged?.measurements.map((judged) => judged.sentence).join(" ") ?? "";
  const detections = (check.result?.measurements ?? [])
    .flatMap((measurement) => measurement.detections)
    .filter((detection) => !told.includes(detection.text.replace(/\.$/, "")));
  if (detections.length === 0) return null;
  return (
    <ul className="mt-2 list-disc pl-5">
      {detections.slice(0, 25).map((detection, i) => (
        <li key={`${detection.code}${i}`} className="max-w-[68ch] break-words">
          {detection.text}
        </li>
      ))}
      {detections.length > 25 && <li>{say("and {n} more in the evidence bundle", { n: detections.length - 25 })}</li>}
    </ul>
  );
}
