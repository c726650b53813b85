import { explainRefusal } from "@countersign/domain";
import { CertificateFault } from "@countersign/reports";
import { exportReviewCertificate } from "@countersign/usecases";
import { deps } from "../../../../server/deps.ts";
import { printCertificate } from "../../../../server/print-certificate.ts";
import { currentActor } from "../../../../server/session.ts";
import { sentencePage } from "../../../../server/sentence-page.ts";

/** The approval certificate of a review as a download. An export is recorded, so a form asks for it (POST), never a link that something may prefetch. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const back = `/reviews/${encodeURIComponent(id)}`;
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin")
    return sentencePage(
      403,
      {
        title: "Not from here",
        detail: "Another site asked for this.",
        action: "Ask for the certificate on the review's own page.",
      },
      back,
    );
  const actor = await currentActor();
  if (!actor)
    return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(back)}` } });
  try {
    const made = await exportReviewCertificate(await deps(), actor, id, printCertificate());
    if (!made.ok)
      return sentencePage(made.refusal.kind === "not_found" ? 404 : 409, explainRefusal(made.refusal), back);
    return new Response(made.value.bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${made.value.name}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof CertificateFault)) throw error;
    return sentencePage(
      503,
      { title: "The certificate could not be printed", detail: error.message, action: "Try again in a moment." },
      back,
    );
  }
}
