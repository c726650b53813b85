import type { ReviewView } from "@countersign/domain";
import { buttonClass, Icon } from "@countersign/ui";
import { certificateForm } from "./words.ts";

/** The approval certificate as a download. Each is recorded as an export, so it is asked for by a form and never by a link. */
export function CertificateForm({ view }: { view: ReviewView }) {
  if (view.approval?.state !== "valid") return null;
  return (
    <form id={certificateForm} method="post" action={`/reviews/${view.id}/certificate`} className="grid gap-1">
      <button type="submit" aria-keyshortcuts="e" className={`w-full justify-start! ${buttonClass("primary")}`}>
        <Icon name="file" /> Approval certificate (PDF)
        <kbd aria-hidden="true" className="button-key ml-auto max-md:hidden">
          e
        </kbd>
      </button>
      <p className="text-[13px] text-muted">
        With the evidence inside, for anyone to verify. Each certificate is recorded as an export.
      </p>
    </form>
  );
}
