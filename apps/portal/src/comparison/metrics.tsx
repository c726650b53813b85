import type { MetricChange, VersionRef } from "@countersign/domain";
import { ScrollTable } from "@countersign/ui";
import { number } from "../review/words.ts";

/** Metrics that both versions have and that are not the same. */
export const measuredInBoth = (changes: MetricChange[]): MetricChange[] =>
  changes.filter((change) => change.base !== change.now && change.base !== null && change.now !== null);

/** Metrics of two versions, each with the direction in which it moved. */
export function MetricTable({ changes, base, now }: { changes: MetricChange[]; base: VersionRef; now: VersionRef }) {
  return (
    <ScrollTable
      label="Metrics compared"
      head={[
        "Metric",
        { text: `Version ${base.number}`, right: true },
        { text: `Version ${now.number}`, right: true },
        { text: "Change", right: true },
      ]}
    >
      {changes.map((change) => (
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
    </ScrollTable>
  );
}

/** Names what one of the two was measured by and the other was not. */
export function OnlyOne({ changes }: { changes: MetricChange[] }) {
  const titles = changes
    .filter((change) => (change.base === null) !== (change.now === null))
    .map((change) => change.title.toLowerCase());
  return titles.length === 0 ? null : (
    <p className="mt-2 text-[13px] text-muted">Measured for one of the two only: {[...new Set(titles)].join(", ")}.</p>
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
