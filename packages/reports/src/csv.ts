export type Cell = string | number;

/** A cell that a spreadsheet shows and never runs: what begins like a formula is quoted (OWASP, CSV injection). */
const cell = (value: Cell): string =>
  typeof value === "number"
    ? `"${value}"`
    : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** Lines as CSV (RFC 4180). */
export const csv = (lines: Cell[][]): string => `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
