import { useSay } from "#say";

interface FigureProps {
  /** What the figure shows, as a heading of it. */
  title: string;
  /** How marks are to be read. */
  legend?: React.ReactNode;
  /** The finding in a sentence: what somebody who cannot see the drawing is told. */
  finding: string;
  children: React.ReactNode;
  /** The same numbers, as a table. */
  table: { head: string[]; rows: (string | number)[][] };
  /** The table as a file to take along: its name, and CSV that a spreadsheet does not run. */
  file?: { name: string; csv: string };
}

/** A drawing made on the server, its finding in words, and the same numbers as a table. */
export function Figure({ title, legend, finding, children, table, file }: FigureProps) {
  const say = useSay();
  return (
    <figure className="mt-3">
      <figcaption className="mb-1 flex flex-wrap gap-x-3 text-[14px]">
        <b className="font-[650]">{title}</b>
        {legend && <span className="text-[13px] text-muted">{legend}</span>}
      </figcaption>
      <p className="sr-only">{finding}</p>
      <div className="overflow-x-auto" role="region" aria-label={say("Chart: {title}", { title })} tabIndex={0}>
        {children}
      </div>
      <details className="mt-1 text-[13px]">
        <summary className="inline-block min-h-6 text-accent underline underline-offset-2">
          {say("Show as table")}
        </summary>
        <div className="overflow-x-auto" role="region" aria-label={say("Table: {title}", { title })} tabIndex={0}>
          <table className="mt-1 border-collapse">
            <thead>
              <tr className="text-muted">
                {table.head.map((word, i) => (
                  <th
                    key={word}
                    scope="col"
                    className={`py-0.5 pr-4 font-normal ${i === 0 ? "text-left" : "text-right"}`}
                  >
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first, ...rest]) => (
                <tr key={first} className="border-t border-hair">
                  <th scope="row" className="py-0.5 pr-4 text-left font-normal">
                    {first}
                  </th>
                  {rest.map((cell, i) => (
                    <td key={table.head[i + 1]} className="py-0.5 pr-4 text-right font-mono">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {file && (
          <p className="mt-1 print:hidden">
            <a
              className="link"
              download={file.name}
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(file.csv)}`}
            >
              {say("Save as CSV")}
            </a>
          </p>
        )}
      </details>
    </figure>
  );
}

/** Steps of 1, 2 or 5 times a power of ten: at most eight of them between the ends. */
function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 6 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

export interface DotRow {
  label: string;
  /** null: too little evidence to judge. */
  value: number | null;
  low?: number | undefined;
  high?: number | undefined;
  /** Value and support in words, at the end of the row. */
  words: string;
  beyond?: boolean;
}

/** Where things stand in a drawing, in px: on a desk beside each other; on a telephone a row's words stand over its line. */
const wide = { width: 600, left: 116, right: 118, rowHeight: 26, above: 0 } as const;
const narrow = { width: 270, left: 8, right: 8, rowHeight: 44, above: 18 } as const;
const top = 26;

/** One dot per group with its interval where there is one, and the line that no dot may pass. */
export function DotChart(chart: { rows: DotRow[]; limit: { at: number; word: string } | null }) {
  return (
    <>
      <Dots {...chart} {...wide} className="max-w-[640px] max-sm:hidden" />
      <Dots {...chart} {...narrow} className="sm:hidden" />
    </>
  );
}

interface DotsProps extends Record<keyof typeof wide, number> {
  rows: DotRow[];
  limit: { at: number; word: string } | null;
  className: string;
}

function Dots({ rows, limit, width, left, right, rowHeight, above, className }: DotsProps) {
  const known = rows.flatMap((row) => [row.value, row.low, row.high].filter((x): x is number => typeof x === "number"));
  const all = limit ? [...known, limit.at] : known;
  const [min, max] = [Math.min(...all), Math.max(...all)];
  const pad = (max - min || 0.1) * 0.08;
  const [low, high] = [min - pad, max + pad];
  const x = (value: number): number => left + ((value - low) / (high - low)) * (width - left - right);
  const bottom = top + rows.length * rowHeight;
  // The limit's word is about 170 px: it leans away from the edge that it is near to.
  const anchor = (at: number): "start" | "middle" | "end" => (at > width - 90 ? "end" : at < 90 ? "start" : "middle");
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 22}`} className={`block w-full text-[12px] ${className}`} aria-hidden="true">
      {ticks(low, high).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} className="stroke-hair" />
          <text x={x(tick)} y={bottom + 15} textAnchor="middle" className="fill-muted">
            {tick}
          </text>
        </g>
      ))}
      {limit && (
        <>
          <line
            x1={x(limit.at)}
            x2={x(limit.at)}
            y1={top - 6}
            y2={bottom}
            className="stroke-fail"
            strokeDasharray="4 3"
          />
          <text x={x(limit.at)} y={top - 11} textAnchor={anchor(x(limit.at))} className="fill-fail font-[600]">
            {limit.word}
          </text>
        </>
      )}
      {rows.map((row, i) => {
        const y = top + (i + 0.5) * rowHeight + above / 2;
        return (
          <g key={row.label}>
            <line
              x1="0"
              x2={width}
              y1={top + (i + 1) * rowHeight}
              y2={top + (i + 1) * rowHeight}
              className="stroke-hair"
            />
            <text
              x={above ? 0 : left - 12}
              y={y + 4 - above}
              textAnchor={above ? "start" : "end"}
              className="fill-ink font-[600]"
            >
              {row.label.length > 16 ? `${row.label.slice(0, 15)}…` : row.label}
            </text>
            {row.low !== undefined && row.high !== undefined && (
              <line x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} className="stroke-ink-2" strokeWidth="1.4" />
            )}
            {row.value !== null && (
              <circle
                cx={x(row.value)}
                cy={y}
                r="5"
                className={row.beyond ? "fill-fail stroke-fail" : "fill-accent stroke-accent"}
              />
            )}
            <text
              x={above ? width : width - right + 12}
              y={y + 4 - above}
              textAnchor={above ? "end" : "start"}
              className={row.value === null ? "fill-muted" : "fill-ink"}
            >
              {row.words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Predicted against observed share: on the diagonal a score means what it says. */
export function CalibrationChart({ points }: { points: { predicted: number; observed: number }[] }) {
  const say = useSay();
  const [size, edge] = [220, 32];
  const x = (value: number): number => edge + value * (size - edge - 8);
  const y = (value: number): number => size - edge - value * (size - edge - 8);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="block w-full max-w-[300px] text-[10px]" aria-hidden="true">
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} className="stroke-hair" />
          <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-hair" />
          <text x={x(tick)} y={size - edge + 12} textAnchor="middle" className="fill-muted">
            {tick}
          </text>
          <text x={edge - 5} y={y(tick) + 3} textAnchor="end" className="fill-muted">
            {tick}
          </text>
        </g>
      ))}
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-control" strokeDasharray="2 3" />
      <polyline
        points={points.map((point) => `${x(point.predicted).toFixed(1)},${y(point.observed).toFixed(1)}`).join(" ")}
        fill="none"
        className="stroke-accent"
        strokeWidth="1.6"
      />
      {points.map((point) => (
        <circle key={point.predicted} cx={x(point.predicted)} cy={y(point.observed)} r="2.6" className="fill-accent" />
      ))}
      <text x={x(0.5)} y={size - 6} textAnchor="middle" className="fill-muted">
        {say("predicted")}
      </text>
      <text x={x(0) + 4} y={y(1) + 10} className="fill-muted">
        {say("observed")}
      </text>
    </svg>
  );
}
