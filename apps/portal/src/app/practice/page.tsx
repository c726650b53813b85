import { Hatched, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { SignPanel } from "../../client/sign-panel.tsx";
import { Task, Told } from "../../practice/told.tsx";
import { Changes } from "../../review/changes.tsx";
import { Checks } from "../../review/checks.tsx";
import { coveredWords } from "../../review/covered.ts";
import { FindingsAndConditions, Signatures } from "../../review/decisions.tsx";
import { Data, Documents } from "../../review/documents.tsx";
import { ReviewHeader } from "../../review/header.tsx";
import { markOf, SignOffBar } from "../../review/mark-of.tsx";
import { Missing } from "../../review/missing.tsx";
import { requireAccess } from "../../server/access.ts";
import { api, orNotFound } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestSay())("Practice: a decision that is not recorded") };
}

/** The page of a review, of a version that was made up with a defect in it: what is done here is kept out of every record. */
export default async function PracticePage() {
  const caller = await api("/practice");
  await requireAccess("practice");
  const { you, roles } = await caller.me({});
  const { review, outcome } = await orNotFound(caller.practice.view({}));
  const say = await requestSay();
  const now = Date.parse(review.at);
  return (
    <Shell
      current="practice"
      you={you}
      roles={roles}
      panel={
        <SignPanel
          view={review}
          covered={coveredWords(say, review)}
          missing={<Missing view={review} />}
          certificate={null}
        />
      }
    >
      <div className="sticky top-[52px] z-[9]">
        <Hatched>
          <strong className="font-[650]">{say("Practice.")}</strong>{" "}
          {say("A made-up version; nothing here is recorded.")}
        </Hatched>
      </div>
      {/* What is led to stands under the strip, not behind it. */}
      <div className={`${sheetClass} [&_[id]]:scroll-mt-36`}>
        {outcome ? (
          <Told outcome={outcome} view={review} />
        ) : (
          <Task recommends={review.you.signOff?.act === "recommend"} />
        )}
        <ReviewHeader view={review} now={now} />
        <Checks view={review} mark={markOf(review, "checks")} />
        <Changes view={review} mark={markOf(review, "changes")} />
        <Data view={review} mark={markOf(review, "data")} />
        <Documents view={review} mark={markOf(review, "documents")} />
        <FindingsAndConditions view={review} now={now} />
        <Signatures view={review} />
      </div>
      <SignOffBar view={review} />
    </Shell>
  );
}
