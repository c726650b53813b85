import { blob, type Reader, type Row, trail } from "@countersign/db";
import type { PolicyDryRun } from "@countersign/domain";

/** The dry run that a revision was proposed with, from the event of its proposal. */
export async function keptDryRun(reader: Reader, revision: Row<"policy_revision">): Promise<PolicyDryRun | null> {
  const proposals = await trail(reader, {
    streams: [`policy:${revision.policy_id}`],
    act: "policy.proposed",
    limit: 1000,
  });
  const own = proposals
    .map(({ core }) => core)
    .find(({ rows }) => rows.some(({ t, row }) => t === "policy_revision" && row["id"] === revision.id));
  const bytes = own ? await blob(reader, String(own.data["dry_run"])) : null;
  return bytes ? (JSON.parse(Buffer.from(bytes).toString("utf8")) as PolicyDryRun) : null;
}
