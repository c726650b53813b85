import { row } from "@countersign/db";
import type { Run } from "../kernel/command.ts";
import { reviewScope } from "../reviews/scope.ts";

export async function findingScope(run: Run, findingId: string) {
  const before = await row(run.tx, "finding", findingId);
  const scope = before ? await reviewScope(run, before.review_id) : null;
  const finding = await row(run.tx, "finding", findingId);
  return scope && finding ? { ...scope, finding } : null;
}
