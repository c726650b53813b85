import type { FieldChange, VersionRef } from "@countersign/domain";
import { shortDigest } from "@countersign/ui";

/** Settings, parameters, columns, requirements and files of two versions where they differ. */
export function FieldTable({ changes, base, now }: { changes: FieldChange[]; base: VersionRef; now: VersionRef }) {
  return (
    <div className="overflow-x-auto" role="region" aria-label="Settings compared" tabIndex={0}>
      <table className="mt-2 w-full min-w-[560px] border-collapse text-left text-[14px]">
        <thead>
          <tr className="text-[13px] text-muted">
            <th className="py-1 font-normal">What</th>
            <th className="py-1 font-normal">Version {base.number}</th>
            <th className="py-1 font-normal">Version {now.number}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.what}${change.name}`} className="border-t border-hair align-top">
              <td className="py-1 pr-3">
                <span className="text-muted">{change.what === "submission" ? "setting" : change.what}</span>{" "}
                {change.name}
              </td>
              <td className="py-1 pr-3 font-mono text-[13px] break-all">{short(change.base)}</td>
              <td className="py-1 font-mono text-[13px] break-all">{short(change.now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const short = (value: string | null): string =>
  value === null ? "–" : /^[0-9a-f]{64}$/.test(value) ? shortDigest(value) : value.slice(0, 300);
