"use client";

import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct, useDraft } from "./use-act.ts";

/** One button for an act without a form. */
export function ActButton({
  act,
  word,
}: {
  act: { kind: "rerun"; checkRunId: string } | { kind: "map"; contributorId: string; personId: string };
  word: string;
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <span>
      <button
        type="button"
        aria-disabled={busy}
        className={buttonClass()}
        onClick={() =>
          void run(() =>
            act.kind === "rerun"
              ? client.review.rerunCheck.mutate({ checkRunId: act.checkRunId })
              : client.review.mapContributor.mutate({ contributorId: act.contributorId, personId: act.personId }),
          )
        }
      >
        {busy ? say("Working…") : word}
      </button>
      <ProblemNote problem={problem} />
    </span>
  );
}

/** Resume after changes were requested, or withdraw the whole review: both with a reason. */
export function ReviewActions({
  reviewId,
  resume,
  withdraw,
}: {
  reviewId: string;
  resume: boolean;
  withdraw: boolean;
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [text, setText, textSent] = useDraft(`review:${reviewId}`);
  if (!resume && !withdraw) return null;
  return (
    <details className="mt-3" open={resume}>
      <summary className="text-accent underline underline-offset-2">
        {say(resume ? "Answer and open a new round" : "Withdraw this review")}
      </summary>
      <form
        className="mt-2 grid gap-2 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() =>
            resume
              ? client.review.resume.mutate({ reviewId, why: text })
              : client.review.withdraw.mutate({ reviewId, reason: text }),
          ).then((done) => done && textSent(text));
        }}
      >
        <label className="block">
          <span className="mb-1 block font-[550]">{say(resume ? "What has been answered" : "Why")}</span>
          <textarea
            className={fieldClass}
            rows={2}
            minLength={10}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            required
          />
        </label>
        <ProblemNote problem={problem} />
        <p>
          <button type="submit" aria-disabled={busy} className={buttonClass(resume ? "primary" : "plain")}>
            {say(resume ? "Open a new round" : "Withdraw")}
          </button>
        </p>
      </form>
    </details>
  );
}
