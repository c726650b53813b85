import type { FirstStep, FirstSteps as Steps } from "@countersign/domain";
import { Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { EnvironmentForm, GoLive } from "../client/first-step-forms.tsx";

/** What leads a new instance to its first approval, each with its state and its act. Nothing where everything is done. */
export function FirstSteps({ steps: { steps, missing }, gateway }: { steps: Steps; gateway: string | null }) {
  const say = useSay();
  const words = wordsOf(say, missing, gateway);
  const next = steps.findIndex(({ done }) => !done);
  if (next < 0) return null;
  return (
    <section
      aria-labelledby="first-steps"
      className="mt-5 border border-t-[3px] border-hair border-t-accent px-4 pt-3 pb-1"
    >
      <h2 id="first-steps" className="font-serif text-[18px] font-[600]">
        {say("To the first approval")}{" "}
        <span className="ml-1 font-sans text-[15px] font-normal text-muted">
          {say("{done} of {all} done", { done: steps.filter(({ done }) => done).length, all: steps.length })}
        </span>
      </h2>
      <ol className="mt-2">
        {steps.map(({ step, done }, i) => (
          <li key={step} className="grid grid-cols-[24px_minmax(0,1fr)] gap-2 border-t border-hair py-2.5">
            <Icon
              name={done ? "check" : "open"}
              className={`mt-0.5 size-4 ${done ? "text-ok" : i === next ? "text-accent" : "text-muted"}`}
            />
            <div className="min-w-0">
              <h3 className={done ? "text-ink-2" : "font-[650]"}>
                {words[step].title}
                <span className="sr-only">, {say(done ? "done" : "not done")}</span>
              </h3>
              {!done && <div className="mt-0.5 mb-1.5 max-w-[76ch] text-ink-2">{words[step].says}</div>}
              {!done && step === "environment" && <EnvironmentForm />}
              {!done && step === "live" && <GoLive ready={steps[0]?.done === true} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Inside = (inside: React.ReactNode) => React.ReactNode;
const linkTo = (href: string): Inside =>
  function To(inside) {
    return (
      <Link className="link" href={href}>
        {inside}
      </Link>
    );
  };
const people = linkTo("/people");

const lacks: Record<string, string> = {
  validator: msg("a validator"),
  approver: msg("an approver"),
  model_risk_manager: msg("a model risk manager"),
  second_for_policies: msg("a second person for policies (model risk manager or compliance officer)"),
};

function wordsOf(
  say: ReturnType<typeof useSay>,
  missing: string[],
  gateway: string | null,
): Record<FirstStep, { title: string; says: React.ReactNode }> {
  return {
    second_administrator: {
      title: say("A second administrator"),
      says: say.rich(
        "Each watches what the other grants: without two the instance cannot go live. Invite one under <people>People</people>.",
        { people },
      ),
    },
    judges: {
      title: say("People who judge"),
      says: say.rich(
        "Still missing: {missing}. Nobody judges what they built, and nobody counts twice. Invite them under <people>People</people>; during set-up you grant roles alone.",
        { missing: say.list(missing.map((one) => say(lacks[one] ?? one))), people },
      ),
    },
    environment: {
      title: say("Where models run"),
      says: say("An environment and the aliases it protects: such an alias names only what is approved."),
    },
    live: {
      title: say("The instance goes live"),
      says: say(
        "Set-up ends for good: every act is told with its real time, and roles that sign take two administrators.",
      ),
    },
    policy: {
      title: say("A policy"),
      says: say.rich(
        "What a version must show and who signs. A model risk manager or compliance officer begins with an example under <new>New policy</new>, and another confirms it under <policies>Policies</policies>.",
        { new: linkTo("/policies/new"), policies: linkTo("/policies") },
      ),
    },
    token: {
      title: say("A token for CI"),
      says: say.rich(
        "It registers versions and submits them, and signs nothing. Make one under <people>People</people>.",
        { people },
      ),
    },
    model: {
      title: say("The first model"),
      says: (
        <>
          {say.rich("Models arrive from CI. In the folder of one, with its <code>countersign.yaml</code>:", {
            code: (inside) => <code>{inside}</code>,
          })}
          <code className="mt-1 block bg-sunken px-2 py-1.5 font-mono text-[13px] break-words whitespace-pre-wrap">
            {`export COUNTERSIGN_URL=${gateway ?? "https://GATEWAY"} COUNTERSIGN_TOKEN=cst_…\ncountersign register .`}
          </code>
          {say("This page says so when the first arrives.")}
        </>
      ),
    },
    decision: {
      title: say("The first signed decision"),
      says: say(
        "When a version is submitted and its checks have ended, it stands in the inbox of whoever signs first.",
      ),
    },
  };
}
