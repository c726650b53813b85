import { Icon, Note, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { CheckItem } from "./check-item.tsx";
import { byFamily } from "./families.ts";
import type { SectionProps } from "./since-review.tsx";
import { standingWords } from "./standing.ts";

/** What the checks found: what blocks first, the first of it open, what passed folded. */
export function Checks({ view, mark, folded }: SectionProps) {
  const say = useSay();
  const passed = view.checks.filter((check) => check.verdict === "pass");
  const others = view.checks.filter((check) => check.verdict !== "pass");
  return (
    <Section
      id="checks"
      folio="1"
      title={say("Checks")}
      summary={standingWords(say, view)}
      action={mark}
      folded={folded}
    >
      {others.some(({ state }) => state === "queued") && (
        <Note title={say("The checks are running.")}>
          {say("Evidence is sealed when every check has ended; decisions are taken on it then.")}
        </Note>
      )}
      {others.map((check, i) => (
        <CheckItem
          key={check.runId}
          check={check}
          view={view}
          open={i === 0 && check.outcome !== null && check.outcome !== "informs"}
        />
      ))}
      {passed.length > 0 && (
        <details className="group/passed border-b border-hair">
          <summary className="grid min-h-[calc(21px+2*var(--row))] grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2.5 py-[calc(var(--row)/2)] marker:content-none [&::-webkit-details-marker]:hidden">
            <Icon name="right" className="size-3.5 text-muted transition-transform group-open/passed:rotate-90" />
            <span>
              {say.rich("{n} passed: <quiet>{families}</quiet>", {
                n: passed.length,
                families: byFamily(say, passed),
                quiet: (inside) => <span className="text-ink-2">{inside}</span>,
              })}
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
