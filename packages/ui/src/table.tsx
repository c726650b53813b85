/** A column's heading; `right` where figures stand under it, `width` as a class. */
type Column = string | { text: string; right?: boolean; width?: string };

/** On a telephone the first cell of a row stands over the two others. */
const overTwo =
  "[&_tr]:max-sm:grid [&_tr]:max-sm:grid-cols-2 [&_tr>:first-child]:max-sm:col-span-2 [&_tr>:first-child]:max-sm:pb-0 [&_th:first-child]:max-sm:sr-only";

/** A table that scrolls sideways in a region of its own, which the keyboard reaches (WCAG 2.1.1). `children`: its rows. */
export function ScrollTable({
  label,
  head,
  className = "",
  twoValues = false,
  children,
}: {
  label: string;
  head: Column[];
  className?: string;
  /** Three columns: what it is, and its two values. */
  twoValues?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className={`w-full border-collapse text-left text-[14px] ${twoValues ? overTwo : ""} ${className}`}>
        <thead>
          <tr className="text-[13px] text-muted">
            {head
              .map((column) => (typeof column === "string" ? { text: column } : column))
              .map(({ text, right, width }) => (
                <th
                  key={text}
                  className={`py-1 pr-3 font-normal last:pr-0 ${right ? "text-right" : ""} ${width ?? ""}`}
                >
                  {text}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
