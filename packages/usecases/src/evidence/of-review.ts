import { readSnapshot, row } from "@countersign/db";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { query } from "../kernel/query.ts";
import { reviewView } from "../reviews/view.ts";
import { type CertificateParts, exportCertificate } from "./certificate.ts";
import { exportEvidence, type ExportInput } from "./export.ts";

type File = Result<{ name: string; bytes: Uint8Array }>;

/** The version of a review and its environment, as an export names them. */
async function reviewed(deps: Deps, actor: Actor, reviewId: string): Promise<Result<[ExportInput, string]>> {
  const seen = await query(deps, actor, reviewView, { reviewId });
  if (!seen.ok) return seen;
  const { model, version, environment } = seen.value;
  const workspace = await readSnapshot(deps.database, async (reader) => {
    const review = await row(reader, "review", reviewId);
    return review ? row(reader, "workspace", review.workspace_id) : null;
  });
  if (!workspace) throw new Error(`the review ${reviewId} has no workspace`);
  const named = { workspace: workspace.key, model: model.key, version: String(version.number) };
  return { ok: true, value: [named, environment.key] };
}

/** The evidence bundle of a review's version, as its page asks for it. */
export async function exportReviewEvidence(deps: Deps, actor: Actor, reviewId: string): Promise<File> {
  const of = await reviewed(deps, actor, reviewId);
  return of.ok ? exportEvidence(deps, actor, of.value[0]) : of;
}

/** The approval certificate of a review's version for its environment, as its page asks for it. */
export async function exportReviewCertificate(
  deps: Deps,
  actor: Actor,
  reviewId: string,
  print: (parts: CertificateParts) => Promise<Uint8Array>,
): Promise<File> {
  const of = await reviewed(deps, actor, reviewId);
  if (!of.ok) return of;
  const [version, environment] = of.value;
  return exportCertificate(deps, actor, { ...version, environment }, print);
}
