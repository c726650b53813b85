import type { CheckView, ReviewView } from "@countersign/domain";
import { Icon, Note, Section } from "@countersign/ui";
import { CheckItem } from "./check-item.tsx";
import { byFamily } from "./words.ts";

/** Blocking first, then what needs a condition, then the rest: the order in which they stand in the way. */
const rank = (check: CheckView): number => ({ blocks: 0, condition: 1, informs: 2 })[check.outcome ?? "informs"];

/** What the checks found: what blocks first, the first of it open, what passed folded. */
export function Checks({ view, mark }: { view: ReviewView; mark: React.ReactNode }) {
  const passed = view.checks.filter((check) => check.verdict === "pass");
  const others = view.checks.filter((check) => check.verdict !== "pass").toSorted((a, b) => rank(a) - rank(b));
  const blocking = others.filter((check) => check.outcome === "blocks").length;
  const condition = others.filter((check) => check.outcome === "condition").length;
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
      {others.map((check, i) => (
        <CheckItem key={check.runId} check={check} view={view} open={i === 0 && rank(check) < 2} />
      ))}
      {passed.length > 0 && (
        <details className="group/passed border-b border-hair">
          <summary className="grid min-h-9 grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2.5 py-1 marker:content-none [&::-webkit-details-marker]:hidden">
            <Icon name="right" className="size-3.5 text-muted transition-transform group-open/passed:rotate-90" />
            <span>
              {passed.length} passed: <span className="text-ink-2">{byFamily(passed)}</span>
            </span>
          </summary>
          <div className="pb-2 sm:pl-[26px]">
            {passed.map((check) => (
              <CheckItem key={check.runId} check={check} view={view} open={false} />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}
