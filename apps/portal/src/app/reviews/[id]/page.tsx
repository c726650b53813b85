import { sheetClass } from "@countersign/ui";
import type { ReviewView } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { cache } from "react";
import { ReviewActions } from "../../../client/review-actions.tsx";
import { SectionMark } from "../../../client/section-mark.tsx";
import { SignPanel } from "../../../client/sign-panel.tsx";
import { Watch } from "../../../client/watch.tsx";
import { Changes } from "../../../review/changes.tsx";
import { Checks } from "../../../review/checks.tsx";
import { Discussion, FindingsAndConditions, History, Signatures } from "../../../review/decisions.tsx";
import { Data, Documents } from "../../../review/documents.tsx";
import { Downloads } from "../../../review/downloads.tsx";
import { Missing } from "../../../review/missing.tsx";
import { ReviewHeader } from "../../../review/header.tsx";
import { api, orNotFound } from "../../../server/caller.ts";
import { Shell } from "../../../server/shell.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

/** Read once for the title and the page. */
const read = cache(async (id: string) => orNotFound((await api(`/reviews/${id}`)).review.view({ reviewId: id })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model, version, state } = await read((await params).id);
  const say = await requestSay();
  return {
    title: say("{model} version {version}, {state}", {
      model: model.key,
      version: version.number,
      state: say.term(state),
    }),
  };
}

export default async function ReviewPage({ params }: Props) {
  const view = await read((await params).id);
  const say = await requestSay();
  const now = Date.parse(view.at);
  const signs = view.you.signOff !== null && view.endedAt === null;
  return (
    <Shell
      current="review"
      you={view.you.person}
      roles={view.you.roles}
      changes={{ of: [`review:${view.id}`], says: say("This review has changed") }}
      panel={<SignPanel view={view} missing={<Missing view={view} />} certificate={<Downloads view={view} />} />}
    >
      <Watch
        running={
          (view.round.state === "gathering" && view.endedAt === null) ||
          view.signatures.some(({ recordedAs }) => recordedAs === null)
        }
      />
      <div className={sheetClass}>
        <ReviewHeader view={view} now={now} />
        <Checks view={view} mark={markOf(view, "checks", signs)} />
        <Changes view={view} mark={markOf(view, "changes", signs)} />
        <Data view={view} mark={markOf(view, "data", signs)} />
        <Documents view={view} mark={markOf(view, "documents", signs)} />
        <FindingsAndConditions view={view} now={now} />
        <Discussion view={view} />
        <Signatures view={view} />
        <History view={view} />
        <ReviewActions
          reviewId={view.id}
          resume={view.you.actions.resume.allowed}
          withdraw={view.you.actions.withdraw_review.allowed}
        />
      </div>
      {signs && (
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
      )}
    </Shell>
  );
}

function markOf(view: ReviewView, name: string, signs: boolean): React.ReactNode {
  const section = view.sections.find((candidate) => candidate.section === name);
  return section && signs && view.you.signature?.state !== "valid" ? (
    <SectionMark reviewId={view.id} section={section} may={view.you.actions.mark} />
  ) : null;
}
