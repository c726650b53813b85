import type { FieldChange, VersionRef } from "@countersign/domain";
import { shortDigest, ScrollTable } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";

/** Settings, parameters, columns, requirements and files of two versions where they differ. */
export function FieldTable({ changes, base, now }: { changes: FieldChange[]; base: VersionRef; now: VersionRef }) {
  const say = useSay();
  return (
    <ScrollTable
      label={say("Settings compared")}
      head={[
        say("What"),
        say("Version {version}", { version: base.number }),
        say("Version {version}", { version: now.number }),
      ]}
      twoValues
    >
      {changes.map((change) => (
        <tr key={`${change.what}${change.name}`} className="border-t border-hair align-top">
          <td className="py-1 pr-3">
            <span className="text-muted">{say.term(change.what === "submission" ? "setting" : change.what)}</span>{" "}
            {change.name}
          </td>
          <td className="py-1 pr-3 font-mono text-[13px] break-all">{short(change.base)}</td>
          <td className="py-1 font-mono text-[13px] break-all">{short(change.now)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}

const short = (value: string | null): string =>
  value === null ? "–" : /^[0-9a-f]{64}$/.test(value) ? shortDigest(value) : value.slice(0, 300);
