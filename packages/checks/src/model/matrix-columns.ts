import type { VersionUnderTest } from "../check.ts";
import type { Table } from "../data/table.ts";
import { signatureColumns } from "./signature-columns.ts";

/** What pandas calls an index that it writes beside the columns. */
const pandasIndex = /^__index_level_\d+__$/;

/** Columns of the data that are neither the target, the id, a group, nor the index of a data frame. */
export function dataColumns(
  { submission }: VersionUnderTest,
  table: { columns: ReadonlyMap<string, unknown> },
): string[] {
  const { test, groups } = submission.data;
  const known = new Set([test.target, ...(test.id === undefined ? [] : [test.id]), ...(groups ?? [])]);
  return [...table.columns.keys()].filter((name) => !known.has(name) && !pandasIndex.test(name));
}

/** Columns of a tensor input in order: as declared, else as in the signature, else as in the data. */
export function matrixColumns(version: VersionUnderTest, table: Table): string[] {
  return (
    version.submission.onnx?.columns ?? signatureColumns(version)?.map((c) => c.name) ?? dataColumns(version, table)
  );
}
