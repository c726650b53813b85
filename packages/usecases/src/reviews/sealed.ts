import { sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** Of these reviews, those whose round has been sealed, with the digest that decisions are taken on: for whoever waits for many. */
export async function sealedReviews(deps: Deps, reviewIds: string[]): Promise<Map<string, string>> {
  if (reviewIds.length === 0) return new Map();
  const found = await deps.database.db.execute<{ id: string; evidence_sha256: string }>(sql`
    select v.id, r.evidence_sha256 from gov.review v join gov.round r on r.review_id = v.id and r.number = v.round
    where v.id in ${reviewIds} and r.state <> 'gathering' and r.evidence_sha256 is not null`);
  return new Map(found.rows.map(({ id, evidence_sha256 }) => [id, evidence_sha256]));
}
