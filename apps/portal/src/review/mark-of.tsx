import type { ReviewView, SectionView } from "@countersign/domain";
import { useSay } from "@countersign/ui/say";
import { SectionMark } from "../client/section-mark.tsx";
import { sectionChange } from "./since.ts";

/** Whether a signature of this person's is asked for: they mark what they have read. */
const signs = ({ you, endedAt }: ReviewView): boolean => you.signOff !== null && endedAt === null;

/** The mark of a section, for whoever signs and has not yet signed. */
export function markOf(view: ReviewView, name: string): React.ReactNode {
  const section = view.sections.find((candidate) => candidate.section === name);
  return section && signs(view) && view.you.signature?.state !== "valid" ? (
    <Mark view={view} section={section} />
  ) : null;
}

function Mark({ view, section }: { view: ReviewView; section: SectionView }) {
  const say = useSay();
  const what = sectionChange(say, view, section.section);
  return (
    <SectionMark
      review={{ id: view.id, practice: view.practice }}
      section={section}
      may={view.you.actions.mark}
      changed={
        !section.changedSinceYourMark
          ? null
          : what === null
            ? say("Changed since you marked it.")
            : say("Changed since your review: {what}.", { what })
      }
    />
  );
}

/** On a telephone the sign-off stands far below: how far the reader is, and the way there. */
export function SignOffBar({ view }: { view: ReviewView }) {
  const say = useSay();
  if (!signs(view)) return null;
  return (
    <div className="fixed inset-x-0 bottom-[45px] z-10 border-t border-hair bg-surface px-4 py-2 text-[14px] md:hidden">
      {say("{n} of {total} reviewed", {
        n: view.sections.filter((section) => section.reviewedByYou).length,
        total: view.sections.length,
      })}{" "}
      ·{" "}
      <a className="link" href="#sign-off">
        {say("Sign-off")}
      </a>
    </div>
  );
}
