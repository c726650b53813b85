import { exportReviewEvidence } from "@countersign/usecases";
import { reviewFile } from "../../../../server/review-file.ts";

/** The evidence bundle of a review's version. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return reviewFile(request, {
    id,
    type: "application/zip",
    make: (deps, actor) => exportReviewEvidence(deps, actor, id),
  });
}
