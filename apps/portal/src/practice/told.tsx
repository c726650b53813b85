import type { DecisionAct, PracticeFound, PracticeOutcome, ReviewView } from "@countersign/domain";
import { buttonClass, Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { Arrived, PractiseAgain } from "../client/practice.tsx";
import { metricId } from "../comparison/moved.ts";
import { number } from "../review/words.ts";

const boxClass = "mb-6 border border-t-[3px] border-hair border-t-accent px-4 py-3";

/** What there is to do, before anything has been done. */
export function Task({ recommends }: { recommends: boolean }) {
  const say = useSay();
  return (
    <section aria-labelledby="practice-task" className={boxClass}>
      <h2 id="practice-task" className="font-serif text-[18px] font-[600]">
        {say("Read this version as you would any other, and decide")}
      </h2>
      <p className="mt-1 max-w-[72ch] text-ink-2">
        {say(
          recommends
            ? "Mark what you have read, recommend the version or request changes, and sign with your password. One thing is wrong with it; after you have signed you are told what it was and where it stood. It takes about three minutes."
            : "Mark what you have read, approve the version, request changes or reject it, and sign with your password. One thing is wrong with it; after you have signed you are told what it was and where it stood. It takes about three minutes.",
        )}
      </p>
    </section>
  );
}

const titles: Record<PracticeFound, string> = {
  found: msg("Found: your decision stops the version"),
  partly: msg("Partly: your condition names the defect, and the version runs meanwhile"),
  missed: msg("Missed: your decision lets the defect through"),
};

/** What the signature would have done to the review. */
const effects: Record<DecisionAct, string> = {
  recommend: msg("The approvers would have been asked next, on your recommendation."),
  approve: msg(
    "It would have been the first of two approvals. The second makes version {version} the champion in production at once.",
  ),
  approve_with_conditions: msg(
    "It would have been the first of two approvals. The second makes version {version} the champion in production at once, and puts the conditions in force.",
  ),
  request_changes: msg(
    "The round would have ended. The developers answer, or submit another version, and it is read again.",
  ),
  reject: msg("The review would have ended, and version {version} could never be approved in it."),
};

/** After the decision: what was planted, where it stood, whether the decision catches it, what the signature would have done. */
export function Told({ outcome, view }: { outcome: PracticeOutcome; view: ReviewView }) {
  const say = useSay();
  const { act, found, defect, cover, answeredBy } = outcome;
  const link = (href: string) =>
    function To(inside: React.ReactNode) {
      return (
        <a className="link" href={href}>
          {inside}
        </a>
      );
    };
  const group = (defect.subject ?? "").replace(/^.*= /, "");
  return (
    <section aria-labelledby="practice-told" className={boxClass}>
      <Arrived id="practice-told" className="flex gap-2 font-serif text-[18px] font-[600]">
        <Icon
          name={{ found: "check", partly: "warn", missed: "cross" }[found] as "check"}
          className={`mt-1 size-5 ${{ found: "text-ok", partly: "text-change", missed: "text-fail" }[found]}`}
        />
        {say(titles[found])}
      </Arrived>
      <dl className="mt-2 grid max-w-[84ch] gap-x-4 gap-y-1.5 md:grid-cols-[180px_minmax(0,1fr)] [&_dt]:text-muted">
        <dt>{say("What was wrong")}</dt>
        <dd>
          {say(
            "For applicants of the group “{group}” discrimination fell from {before} to {now}. Over everybody it rose from {coverBefore} to {coverNow}, and that better figure stands in front of it. The limit of {limit} is only just kept, so the check passed.",
            {
              group,
              before: number(defect.base),
              now: number(defect.now),
              coverBefore: number(cover.base),
              coverNow: number(cover.now),
              limit: number(typeof defect.limit?.than === "number" ? defect.limit.than : null),
            },
          )}
        </dd>
        <dt>{say("Where it stood")}</dt>
        <dd>
          {say.rich(
            "In <row>its row of the comparison with production</row>, marked as worse; in <check>its check</check>, folded with those that passed; and in the datasheet, which says why: 3 % of the new training rows are of that group.",
            {
              row: link(`#${metricId(defect)}`),
              check: link(`#check-${defect.check}`),
            },
          )}
        </dd>
        <dt>{say("Your decision")}</dt>
        <dd>
          {found === "found" && say("It catches the defect: as it is, the version does not run.")}
          {found === "partly" &&
            say(
              "Condition {conditions} answers that check, so somebody owes a remedy by a date. Until then the version judges these applicants all the same.",
              { conditions: say.list(answeredBy.map((n) => `C${n}`)) },
            )}
          {found === "missed" &&
            say(
              view.conditions.length > 0
                ? "It does not catch the defect: no condition names its check."
                : "It does not catch the defect: everything was passed, and the version would run as it is.",
            )}
        </dd>
        <dt>{say("The signature")}</dt>
        <dd>
          {say(effects[act], { version: view.version.number })}{" "}
          {say("None of this has happened, and nothing was recorded.")}
        </dd>
      </dl>
      <p className="mt-3 flex flex-wrap gap-2">
        <Link className={buttonClass("primary")} href="/inbox">
          {say("Next: your inbox")}
        </Link>
        <PractiseAgain />
      </p>
    </section>
  );
}
