import writeXlsxFile from "write-excel-file/node";

export type Cell = string | number;

/** A cell that a spreadsheet shows and never runs: what begins like a formula is quoted (OWASP, CSV injection). */
const cell = (value: Cell): string =>
  typeof value === "number"
    ? `"${value}"`
    : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** Lines as CSV (RFC 4180). */
export const csv = (lines: Cell[][]): string => `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;

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
