import type { CheckContext } from "../check.ts";
import { columnTypes, type ColumnType } from "../data/table.ts";
import { database } from "../data/database.ts";
import { sourceOf } from "../data/source.ts";
import { columnOf } from "./column-names.ts";
import { dataColumns } from "./matrix-columns.ts";
import { loadSession, onnxPath } from "./session.ts";
import { signatureColumns } from "./signature-columns.ts";

/** Names of the graph's inputs where each is a column of its own; null where that is not so or the model cannot be loaded. */
async function graphInputs(ctx: CheckContext): Promise<string[] | null> {
  if (ctx.submission.onnx?.input !== "columns") return null;
  try {
    const path = onnxPath(ctx);
    if (path === null) return null;
    return await ctx.suite.once("read the model's inputs", async () => {
      const session = await loadSession(ctx, path);
      const names = [...session.inputNames];
      await session.release();
      return names;
    });
  } catch {
    return null;
  }
}

/** Columns of the test data, without reading its rows. */
export function testColumns(ctx: CheckContext): Promise<ColumnType[]> {
  return ctx.suite.once("read test columns", async () =>
    columnTypes(await database(ctx), sourceOf(ctx, ctx.submission.data.test.path)),
  );
}

/**
 * Columns of the test data that the model takes: the graph's inputs, or the columns declared for its one tensor.
 * Where that is unknown or does not fit the data, every column that is not the target, the id or a group:
 * a stale signature must not hide a column from the checks for leaks.
 */
export async function featureColumns(ctx: CheckContext): Promise<ColumnType[]> {
  return (await modelColumns(ctx)).columns;
}

/** The same, with whether the model itself names them. */
export async function modelColumns(ctx: CheckContext): Promise<{ columns: ColumnType[]; named: boolean }> {
  const columns = await testColumns(ctx);
  const there = new Set(columns.map((c) => c.name));
  const tensor = ctx.submission.onnx && ctx.submission.onnx.input !== "columns";
  const inputs = await graphInputs(ctx);
  const declared =
    inputs?.map((input) => columnOf(input, there) ?? input) ??
    (tensor ? (ctx.submission.onnx?.columns ?? signatureColumns(ctx)?.map((c) => c.name) ?? null) : null);
  const fits = declared !== null && declared.length > 0 && declared.every((name) => there.has(name));
  const names = new Set(fits ? declared : dataColumns(ctx, { columns: new Map(columns.map((c) => [c.name, c])) }));
  return {
    named: fits,
    columns: columns.filter(
      (c) => names.has(c.name) && c.name !== ctx.submission.data.test.target && c.name !== ctx.submission.data.test.id,
    ),
  };
}
