import { CertificateFault } from "@countersign/reports";
import { requestSay } from "@countersign/ui/request-say";
import { exportReviewCertificate } from "@countersign/usecases";
import { printCertificate } from "../../../../server/print-certificate.ts";
import { reviewFile } from "../../../../server/review-file.ts";
import { sentencePage } from "../../../../server/sentence-page.ts";

/** The approval certificate of a review. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    return await reviewFile(request, {
      id,
      type: "application/pdf",
      make: (deps, actor) => exportReviewCertificate(deps, actor, id, printCertificate()),
    });
  } catch (error) {
    if (!(error instanceof CertificateFault)) throw error;
    const say = await requestSay();
    return sentencePage(
      503,
      {
        title: say("The certificate could not be printed"),
        detail: error.message,
        action: say("Try again in a moment."),
      },
      { path: `/reviews/${encodeURIComponent(id)}`, says: say("Back to the review") },
    );
  }
}
