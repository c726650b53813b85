import { readSnapshot, row } from "@countersign/db";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { query } from "../kernel/query.ts";
import { reviewView } from "../reviews/view.ts";
import { type CertificateParts, exportCertificate } from "./certificate.ts";

/** The version of a review, as its page knows it: what an export names, and the environment that the review is for. */
interface ReviewedVersion {
  workspaceId: string;
  workspace: string;
  model: string;
  number: number;
  environment: string;
}

/** The same, for whoever sees the review. */
export async function reviewedVersion(deps: Deps, actor: Actor, reviewId: string): Promise<Result<ReviewedVersion>> {
  const seen = await query(deps, actor, reviewView, { reviewId });
  if (!seen.ok) return seen;
  const { model, version, environment } = seen.value;
  const workspace = await readSnapshot(deps.database, async (reader) => {
    const review = await row(reader, "review", reviewId);
    return review ? row(reader, "workspace", review.workspace_id) : null;
  });
  if (!workspace) throw new Error(`the review ${reviewId} has no workspace`);
  return {
    ok: true,
    value: {
      workspaceId: workspace.id,
      workspace: workspace.key,
      model: model.key,
      number: version.number,
      environment: environment.key,
    },
  };
}

/** The approval certificate of a review's version for its environment, as its page asks for it. */
export async function exportReviewCertificate(
  deps: Deps,
  actor: Actor,
  reviewId: string,
  print: (parts: CertificateParts) => Promise<Uint8Array>,
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const of = await reviewedVersion(deps, actor, reviewId);
  if (!of.ok) return of;
  const { workspace, model, number, environment } = of.value;
  return exportCertificate(deps, actor, { workspace, model, version: String(number), environment }, print);
}
