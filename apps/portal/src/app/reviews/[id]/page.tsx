import { sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { cache } from "react";
import { ReviewActions } from "../../../client/review-actions.tsx";
import { SignPanel } from "../../../client/sign-panel.tsx";
import { Watch } from "../../../client/watch.tsx";
import { Changes } from "../../../review/changes.tsx";
import { Checks } from "../../../review/checks.tsx";
import { coveredWords } from "../../../review/covered.ts";
import { Discussion, FindingsAndConditions, History, Signatures } from "../../../review/decisions.tsx";
import { Data, Documents } from "../../../review/documents.tsx";
import { Downloads } from "../../../review/downloads.tsx";
import { markOf, SignOffBar } from "../../../review/mark-of.tsx";
import { Missing } from "../../../review/missing.tsx";
import { ReviewHeader } from "../../../review/header.tsx";
import { foldOf, SinceYourReview } from "../../../review/since-review.tsx";
import { shownOf } from "../../../review/since.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { nextWaiting } from "../../../server/next-waiting.ts";
import { Shell } from "../../../server/shell.tsx";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
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

export default async function ReviewPage({ params, searchParams }: Props) {
  const view = await read((await params).id);
  const next = await nextWaiting(view);
  const shown = shownOf(view, (await searchParams).show);
  const say = await requestSay();
  const now = Date.parse(view.at);
  return (
    <Shell
      current="review"
      you={view.you.person}
      roles={view.you.roles}
      changes={{ of: [`review:${view.id}`], says: say("This review has changed") }}
      panel={
        <SignPanel
          view={view}
          covered={coveredWords(say, view)}
          next={next}
          missing={<Missing view={view} />}
          certificate={<Downloads view={view} />}
        />
      }
    >
      <Watch
        running={
          (view.round.state === "gathering" && view.endedAt === null) ||
          view.signatures.some(({ recordedAs }) => recordedAs === null)
        }
        next={next?.href ?? null}
      />
      <div className={sheetClass}>
        <ReviewHeader view={view} now={now} />
        <SinceYourReview view={view} shown={shown} />
        <Checks view={view} mark={markOf(view, "checks")} folded={foldOf(view, shown, "checks")} />
        <Changes view={view} mark={markOf(view, "changes")} folded={foldOf(view, shown, "changes")} />
        <Data view={view} mark={markOf(view, "data")} folded={foldOf(view, shown, "data")} />
        <Documents view={view} mark={markOf(view, "documents")} folded={foldOf(view, shown, "documents")} />
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
      <SignOffBar view={view} />
    </Shell>
  );
}
