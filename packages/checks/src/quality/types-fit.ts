/** How wide a type is: MLflow's words and DuckDB's names on one ladder. Unknown types compare by name. */
const ladder: Record<string, { family: "integer" | "real" | "boolean" | "text" | "time" | "binary"; bits: number }> = {
  TINYINT: { family: "integer", bits: 8 },
  UTINYINT: { family: "integer", bits: 9 },
  SMALLINT: { family: "integer", bits: 16 },
  USMALLINT: { family: "integer", bits: 17 },
  INTEGER: { family: "integer", bits: 32 },
  UINTEGER: { family: "integer", bits: 33 },
  BIGINT: { family: "integer", bits: 64 },
  UBIGINT: { family: "integer", bits: 65 },
  FLOAT: { family: "real", bits: 32 },
  DOUBLE: { family: "real", bits: 64 },
  BOOLEAN: { family: "boolean", bits: 1 },
  VARCHAR: { family: "text", bits: 0 },
  DATE: { family: "time", bits: 0 },
  TIMESTAMP: { family: "time", bits: 0 },
  TIMESTAMP_NS: { family: "time", bits: 0 },
  "TIMESTAMP WITH TIME ZONE": { family: "time", bits: 0 },
  BLOB: { family: "binary", bits: 0 },
  LONG: { family: "integer", bits: 64 },
  STRING: { family: "text", bits: 0 },
  DATETIME: { family: "time", bits: 0 },
  BINARY: { family: "binary", bits: 0 },
};

const look = (type: string): (typeof ladder)[string] | undefined =>
  ladder[type.toUpperCase()] ??
  (/^(DECIMAL|HUGEINT|UHUGEINT)/.test(type)
    ? { family: "real", bits: 64 }
    : type.startsWith("ENUM")
      ? ladder["VARCHAR"]
      : undefined);

/**
 * True where every value of `has` fits into `wants` without loss, as MLflow's schema enforcement asks: integers into as
 * wide an integer or into a double (a float up to 16 bits), floats into doubles. `anyWidth`: the file carries no widths.
 */
export function fits(has: string, wants: string, anyWidth: boolean): boolean {
  const a = look(has);
  const b = look(wants);
  if (!a || !b) return has.toUpperCase() === wants.toUpperCase();
  if (a.family === b.family) return anyWidth || a.bits <= b.bits || (a.family !== "integer" && a.family !== "real");
  if (a.family === "integer" && b.family === "real") return anyWidth || a.bits <= (b.bits === 64 ? 33 : 17);
  return false;
}
