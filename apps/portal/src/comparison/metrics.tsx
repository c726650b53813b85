import type { MetricChange, VersionRef } from "@countersign/domain";
import { Note, ScrollTable, Verdict } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg, type Say } from "@countersign/words";
import { aligned, allowed, decimalsFor, titleWords } from "../review/words.ts";
import { measuredInBoth, metricId, type Moved } from "./moved.ts";

const nameOf = (say: Say, { title, subject }: MetricChange): string =>
  subject === null ? titleWords(say, title) : `${titleWords(say, title)}, ${subject}`;

/** Metrics of two versions: which way each moved, whether that is better, and where its check is not passed. */
export function MetricTable({ changes, base, now }: { changes: Moved[]; base: VersionRef; now: VersionRef }) {
  const say = useSay();
  const rows = changes.map((change) => ({ change, decimals: decimalsFor(change.base, change.now) }));
  const widest = Math.max(...rows.map(({ decimals }) => decimals));
  const right = "py-1 pl-4 text-right font-mono whitespace-nowrap max-sm:py-0 max-sm:pr-4 max-sm:pl-0 max-sm:text-left";
  return (
    <>
      {changes.some(({ comparable }) => !comparable) && (
        <div className="mb-3">
          <Note tone="warn" title={say("Tested on different data.")}>
            {say(
              "The test data of version {base} and version {now} are not the same, so figures measured on them cannot be compared: both are shown, and neither is called better.",
              { base: base.number, now: now.number },
            )}
          </Note>
        </div>
      )}
      <ScrollTable
        label={say("Metrics compared")}
        head={[
          say("Metric"),
          { text: say("Version {version}", { version: base.number }), right: true },
          { text: say("Version {version}", { version: now.number }), right: true },
          { text: say("Change"), right: true },
          { text: say("Judged"), width: "pl-4" },
        ]}
        className="max-sm:[&_thead]:sr-only"
      >
        {rows.map(({ change, decimals }) => (
          <tr
            key={`${change.title} ${change.subject}`}
            id={metricId(change)}
            className="scroll-mt-28 border-t target:bg-change-tint border-hair align-baseline max-sm:grid max-sm:grid-cols-[auto_auto_1fr] max-sm:py-1.5"
          >
            <td className="py-1 max-sm:col-span-3 max-sm:py-0">
              {titleWords(say, change.title)}
              {change.subject && <span className="text-muted">, {change.subject}</span>}
            </td>
            <td className={right}>{aligned(change.base, decimals, widest)}</td>
            <td className={right}>{aligned(change.now, decimals, widest)}</td>
            <td className={right}>
              {change.comparable && <Direction change={change} decimals={decimals} widest={widest} />}
            </td>
            <td className="py-1 pl-4 whitespace-nowrap max-sm:col-span-3 max-sm:py-0 max-sm:pl-0 max-sm:whitespace-normal">
              <Judged change={change} />
            </td>
          </tr>
        ))}
      </ScrollTable>
    </>
  );
}

/** The arrow is where the figure went; whether that is better is said beside it. */
function Direction({ change, decimals, widest }: { change: Moved; decimals: number; widest: number }) {
  const say = useSay();
  const rose = change.now > change.base;
  return (
    <>
      <span aria-hidden="true">{rose ? "▲" : "▼"}</span>
      <span className="sr-only">{say(rose ? "up by" : "down by")}</span>{" "}
      {aligned(Math.abs(change.now - change.base), decimals, widest)}
    </>
  );
}

const judgements = { better: msg("better"), worse: msg("worse") };

function Judged({ change: { comparable, judgement, verdict, limit } }: { change: Moved }) {
  const say = useSay();
  const better = judgement === "better";
  return (
    <span className="inline-flex items-center gap-x-2 max-sm:flex-wrap">
      {!comparable && <span className="text-[13px] text-muted">{say("not comparable")}</span>}
      {judgement && (
        <span
          className={`rounded-[3px] px-1.5 text-[13px] ${better ? "bg-valid-tint text-better" : "bg-change-tint text-worse"}`}
        >
          {say(judgements[judgement])}
        </span>
      )}
      {verdict !== null && verdict !== "pass" && <Verdict verdict={verdict} />}
      {(verdict === "fail" || verdict === "warn") && limit && (
        <span className="font-mono text-[13px] text-muted">{allowed(limit, say)}</span>
      )}
    </span>
  );
}

/** Names what one of the two has no figure for; a title that stands in the table is told with what it is about. */
export function OnlyOne({ changes, base, now }: { changes: MetricChange[]; base: VersionRef; now: VersionRef }) {
  const say = useSay();
  const inTable = new Set(measuredInBoth(changes).map(({ title }) => title));
  const without = (side: "base" | "now"): string[] => {
    const lacking = changes.filter((change) => change[side] === null);
    return [
      ...new Set(
        lacking.map((change) => (inTable.has(change.title) ? nameOf(say, change) : titleWords(say, change.title))),
      ),
    ];
  };
  return (["base", "now"] as const).map((side) => {
    const names = without(side);
    return names.length === 0 ? null : (
      <p key={side} className="mt-2 max-w-[90ch] text-[13px] text-muted">
        {say("No figure for version {version}, so no comparison: {names}.", {
          version: (side === "base" ? base : now).number,
          names: names.join("; "),
        })}
      </p>
    );
  });
}
