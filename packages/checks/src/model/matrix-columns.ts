import type { VersionUnderTest } from "../check.ts";
import type { Table } from "../data/table.ts";
import { signatureColumns } from "./signature-columns.ts";

/** Columns of the data that are neither the target, the id, nor a group. */
export function dataColumns({ submission }: VersionUnderTest, table: { columns: ReadonlyMap<string, unknown> }): string[] {
  const { test, groups } = submission.data;
  const known = new Set([test.target, ...(test.id === undefined ? [] : [test.id]), ...(groups ?? [])]);
  return [...table.columns.keys()].filter((name) => !known.has(name));
}

/** Columns of a tensor input in order: as declared, else as in the signature, else as in the data. */
export function matrixColumns(version: VersionUnderTest, table: Table): string[] {
  return version.submission.onnx?.columns ?? signatureColumns(version)?.map((c) => c.name) ?? dataColumns(version, table);
}
