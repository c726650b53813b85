import { lstatSync } from "node:fs";
import { CheckFault, type VersionUnderTest } from "../check.ts";
import { resolveInside } from "../resolve-inside.ts";
import { literal } from "./database.ts";

/** A data file of a version, with the SQL that reads it. */
export interface Source {
  path: string;
  sql: string;
  /** Text formats carry no widths: an integer there may be any integer. */
  untyped: boolean;
}

/** Absolute path of a file of the version. Throws CheckFault where it is missing, leaves the folder, or is a link. */
export function fileOf(version: VersionUnderTest, path: string): string {
  const absolute = resolveInside(version.dir, path);
  const stat = absolute === null ? undefined : lstatSync(absolute, { throwIfNoEntry: false });
  if (absolute === null || !stat?.isFile())
    throw new CheckFault(`${path} is named in countersign.yaml but is not among the version's files.`);
  return absolute;
}

/** Source of a Parquet or CSV file. */
export function sourceOf(version: VersionUnderTest, path: string): Source {
  const absolute = fileOf(version, path);
  // DuckDB reads these as patterns over several files.
  if (/[*?[\]{}]/.test(path)) throw new CheckFault(`${path}: the name of a data file may not contain * ? [ ] { }.`);
  if (/\.(parquet|pq)$/i.test(path)) return { path, sql: `read_parquet(${literal(absolute)})`, untyped: false };
  if (/\.(csv|tsv)(\.gz)?$/i.test(path))
    return { path, sql: `read_csv(${literal(absolute)}, max_line_size=8388608)`, untyped: true };
  throw new CheckFault(`${path}: data files are read as .parquet, .csv or .tsv.`);
}
