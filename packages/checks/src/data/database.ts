import { DuckDBInstance, version, type DuckDBConnection } from "@duckdb/node-api";
import { CheckFault, type CheckContext } from "../check.ts";

/** A string literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A quoted identifier of SQL. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const duckdbVersion = (): string => version();

async function open(folders: string[]): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "1GB", temp_directory: "" });
  const connection = await instance.connect();
  // The order matters: after external access is off and the configuration is locked, nothing can be opened again.
  await connection.run(`SET allowed_directories=[${folders.map(literal).join(", ")}]`);
  await connection.run("SET autoinstall_known_extensions=false");
  await connection.run("SET autoload_known_extensions=false");
  await connection.run("SET enable_external_access=false");
  await connection.run("SET lock_configuration=true");
  return connection;
}

/** The suite's one DuckDB: in memory, reads the version's folders and nothing else, no extensions, settings locked. */
export function database(ctx: CheckContext): Promise<DuckDBConnection> {
  return ctx.suite.once("open database", () => open([ctx.dir, ...(ctx.champion ? [ctx.champion.dir] : [])]));
}

/** DuckDB's message as a sentence about the file, without paths of this machine. */
export function readFault(error: unknown, path: string): CheckFault {
  if (error instanceof CheckFault) return error;
  const first = (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
  if (/magic bytes|footer|thrift|TProtocol|Snappy|ZSTD|corrupt/i.test(first))
    return new CheckFault(`${path} cannot be read as a table: it is cut short, damaged, or no Parquet file.`);
  const plain = first
    .replace(/^[A-Z][\w ]* Error: /, "")
    .replaceAll(/["']?\/[^"'\s]*["']?/g, "the file")
    .replaceAll(/\s+/g, " ")
    .slice(0, 300);
  return new CheckFault(`${path} cannot be read as a table: ${plain}`);
}
