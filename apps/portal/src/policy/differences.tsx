import type { Json, PolicyView } from "@countersign/domain";
import { Empty, ScrollTable } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { settingLines } from "./settings.ts";

/** What differs between two revisions of a policy, in words. `now`: what the second column is called. */
export function Differences({
  differences,
  now,
}: {
  differences: NonNullable<PolicyView["differences"]>;
  now: string;
}) {
  const say = useSay();
  return differences.list.length === 0 ? (
    <Empty title={say("Nothing differs")}>{say("The document is the same, word for word.")}</Empty>
  ) : (
    <ScrollTable
      label={say("Rules that differ")}
      head={[{ text: say("Rule"), width: "w-[22%]" }, say("Revision {n}", { n: differences.against }), now]}
      className="min-w-[480px] table-fixed"
    >
      {differences.list.map(({ where, before, after }) => (
        <tr key={where} className="border-t border-hair align-top">
          <td className="py-1 pr-3 wrap-anywhere">{where}</td>
          <td className="py-1 pr-3">
            <Setting json={before} />
          </td>
          <td className="py-1">
            <Setting json={after} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function Setting({ json }: { json: string | null }) {
  const say = useSay();
  if (json === null) return "–";
  return settingLines(say, JSON.parse(json) as Json).map((line) => (
    <span key={line} className="block wrap-anywhere">
      {line}
    </span>
  ));
}
