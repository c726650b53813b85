import type { Json, PolicyView } from "@countersign/domain";
import { Empty } from "@countersign/ui";
import { settingLines } from "./settings.ts";

/** What differs between two revisions of a policy, in words. `now`: what the second column is called. */
export function Differences({
  differences,
  now,
}: {
  differences: NonNullable<PolicyView["differences"]>;
  now: string;
}) {
  return differences.list.length === 0 ? (
    <Empty title="Nothing differs">The document is the same, word for word.</Empty>
  ) : (
    <div className="overflow-x-auto" role="region" aria-label="Rules that differ" tabIndex={0}>
      <table className="w-full min-w-[480px] table-fixed border-collapse text-left text-[13px]">
        <thead>
          <tr className="text-muted">
            <th className="w-[22%] py-1 pr-3 font-normal">Rule</th>
            <th className="py-1 pr-3 font-normal">Revision {differences.against}</th>
            <th className="py-1 font-normal">{now}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}

function Setting({ json }: { json: string | null }) {
  if (json === null) return "–";
  return settingLines(JSON.parse(json) as Json).map((line) => (
    <span key={line} className="block wrap-anywhere">
      {line}
    </span>
  ));
}
