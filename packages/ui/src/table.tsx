/** A column's heading; `right` where figures stand under it, `width` as a class. */
type Column = string | { text: string; right?: boolean; width?: string };

/** A table that scrolls sideways in a region of its own, which the keyboard reaches (WCAG 2.1.1). `children`: its rows. */
export function ScrollTable({
  label,
  head,
  className = "",
  children,
}: {
  label: string;
  head: Column[];
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className={`w-full border-collapse text-left text-[14px] ${className}`}>
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
