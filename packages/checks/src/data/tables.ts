import type { CheckContext } from "../check.ts";
import { database } from "./database.ts";
import { sourceOf, type Source } from "./source.ts";
import { readTable, type Table } from "./table.ts";

/** The test table of the version, read once in a suite. */
export function testTable(ctx: CheckContext): Promise<Table> {
  return ctx.suite.once("read test data", async () =>
    readTable(await database(ctx), sourceOf(ctx, ctx.submission.data.test.path), ctx.submission.data.test.id),
  );
}

/** Where the training data is, or null where the submission names none. */
export function trainSource(ctx: CheckContext): Source | null {
  return ctx.submission.data.train === undefined ? null : sourceOf(ctx, ctx.submission.data.train);
}

/** The training table, read once in a suite; null where the submission names none. */
export function trainTable(ctx: CheckContext): Promise<Table | null> {
  const source = trainSource(ctx);
  if (!source) return Promise.resolve(null);
  return ctx.suite.once("read training data", async () => readTable(await database(ctx), source));
}
