/** A cell that a spreadsheet shows and never runs: what begins like a formula is quoted (OWASP, CSV injection). */
const cell = (value: string): string => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** Lines as CSV (RFC 4180). */
export const csv = (lines: string[][]): string => `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;

/** A file that is saved, not shown, and kept by nobody on the way. */
export const saved = (body: string, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
