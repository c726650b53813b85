import writeXlsxFile from "write-excel-file/node";
import type { Cell } from "./csv.ts";

/** Media type of a workbook. */
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The same as a workbook of one sheet, its first line held in sight. Cells are text or numbers: none of them is ever a formula. */
export const xlsx = (lines: Cell[][], sheet: string): Promise<Buffer> =>
  writeXlsxFile(
    lines.map((line, at) =>
      line.map((value) => ({
        value,
        type: typeof value === "number" ? Number : String,
        ...(at === 0 ? { fontWeight: "bold" } : {}),
      })),
    ),
    { sheet, stickyRowsCount: 1, columns: (lines[0] ?? []).map(() => ({ width: 22 })) },
  ).toBuffer();
