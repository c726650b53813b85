"use client";

import type { ReviewView } from "@countersign/domain";
import { buttonClass, Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { FileForm } from "../client/ask-for-file.tsx";
import { Key, useKey } from "../client/keymap.tsx";
import { certificateForm } from "./approval.ts";

/**
 * What is taken along of a review that has ended: the approval certificate while the approval is valid, and the evidence
 * bundle. Each is recorded as an export, so it is asked for by a form and never by a link.
 */
export function Downloads({ view }: { view: ReviewView }) {
  const say = useSay();
  const shortcut = useKey("e");
  return (
    <div className="grid gap-1.5">
      {view.approval?.state === "valid" && (
        <form id={certificateForm} method="post" action={`/reviews/${view.id}/certificate`}>
          <button
            type="submit"
            aria-keyshortcuts={shortcut}
            className={`w-full justify-start! ${buttonClass("primary")}`}
          >
            <Icon name="file" /> {say("Approval certificate (PDF)")}
            <Key of="e" button className="ml-auto max-md:hidden" />
          </button>
        </form>
      )}
      <FileForm action={`/reviews/${view.id}/evidence`} wanted={{ kind: "evidence", reviewId: view.id }}>
        <button type="submit" className={`w-full justify-start! ${buttonClass()}`}>
          <Icon name="file" /> {say("Evidence bundle (ZIP)")}
        </button>
      </FileForm>
      <p className="text-[13px] text-muted">
        {say(
          view.approval?.state === "valid"
            ? "Both hold the evidence, for anyone to verify without this server. Each is recorded as an export."
            : "It holds the evidence, for anyone to verify without this server. Each is recorded as an export.",
        )}
      </p>
    </div>
  );
}
