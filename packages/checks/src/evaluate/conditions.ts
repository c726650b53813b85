import { z } from "zod";
import { isMissing, type Column, type Table } from "../data/table.ts";
import { quantile } from "../stats/ranks.ts";

/** One slice of the rows: a column compared with a number, a label, or the median of training and test rows together. */
export const sliceSchema = z.strictObject({
  name: z.string().min(1).max(200),
  column: z.string().min(1),
  is: z.enum(["<", "<=", ">", ">=", "==", "!="]),
  than: z.union([z.number(), z.boolean(), z.string(), z.literal("median")]),
});
export type Slice = z.infer<typeof sliceSchema>;

function median(column: Column, train: Table | null): number | null {
  if (column.kind === "text") return null;
  const other = train?.columns.get(column.name);
  const all = [...column.numbers, ...(other && other.kind !== "text" ? other.numbers : [])].filter(
    (v) => !Number.isNaN(v),
  );
  return all.length === 0
    ? null
    : quantile(
        all.toSorted((a, b) => a - b),
        0.5,
      );
}

const compare: Record<Slice["is"], (a: number | string, b: number | string) => boolean> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

/** Which rows of the table are in the slice; missing values are in none. A text says why it cannot be told. */
export function sliceMask(
  slice: Slice,
  table: Table,
  train: Table | null,
): { mask: (row: number) => boolean; edge: number | string } | string {
  const column = table.columns.get(slice.column);
  if (!column) return `${table.path} has no column ${slice.column}.`;
  const test = compare[slice.is];
  if (column.kind === "text") {
    if (slice.is !== "==" && slice.is !== "!=")
      return `The column ${slice.column} holds text; it can only be compared with == and !=.`;
    const edge = String(slice.than);
    return { mask: (row) => !isMissing(column, row) && test(column.texts[row] ?? "", edge), edge };
  }
  const edge = slice.than === "median" ? median(column, train) : Number(slice.than);
  if (edge === null || Number.isNaN(edge))
    return `The column ${slice.column} holds numbers; ${String(slice.than)} is none.`;
  return { mask: (row) => !isMissing(column, row) && test(column.numbers[row] ?? Number.NaN, edge), edge };
}
