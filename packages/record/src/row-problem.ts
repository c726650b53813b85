import { type Kind, type TableName, tables } from "./tables.ts";

/** Why a value is not a row of the table, or null: exact columns, exact kinds. */
export function rowProblem(table: TableName, row: unknown): string | null {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return `${table}: not an object`;
  const columns: Record<string, Kind> = tables[table].columns;
  const values = row as Record<string, unknown>;
  for (const key of Object.keys(values)) if (!(key in columns)) return `${table}.${key}: unknown column`;
  for (const [key, kind] of Object.entries(columns)) {
    if (!fits(kind, values[key])) return `${table}.${key}: not ${kindWords[kind]}`;
  }
  return null;
}

const kindWords: Record<Kind, string> = {
  t: "text",
  "t?": "text or null",
  n: "an integer",
  b: "a boolean",
  a: "an array of text",
  "a?": "an array of text or null",
  j: "JSON",
  "j?": "JSON or null",
};

function fits(kind: Kind, value: unknown): boolean {
  if (value === null) return kind.endsWith("?") || kind === "j";
  switch (kind) {
    case "t":
    case "t?":
      return typeof value === "string";
    case "n":
      return Number.isSafeInteger(value);
    case "b":
      return typeof value === "boolean";
    case "a":
    case "a?":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "j":
    case "j?":
      return value !== undefined;
  }
}
