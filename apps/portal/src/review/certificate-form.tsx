import type { ReviewView } from "@countersign/domain";
import { buttonClass, Icon } from "@countersign/ui";

/** The approval certificate as a download. Each is recorded as an export, so it is asked for by a form and never by a link. */
export function CertificateForm({ view }: { view: ReviewView }) {
  if (view.approval?.state !== "valid") return null;
  return (
    <form method="post" action={`/reviews/${view.id}/certificate`} className="grid gap-1">
      <button type="submit" className={`w-full justify-start! ${buttonClass("primary")}`}>
        <Icon name="file" /> Approval certificate (PDF)
      </button>
      <p className="text-[13px] text-muted">
        With the evidence inside, for anyone to verify. Each certificate is recorded as an export.
      </p>
    </form>
  );
}
