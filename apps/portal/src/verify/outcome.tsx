import { buttonClass, Icon, Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { stepIds } from "@countersign/verifier/steps";
import { useEffect, useRef } from "react";
import { FactList } from "./facts.tsx";
import { Discrepancies, Steps } from "./steps.tsx";
import type { Checking } from "./use-verifier.ts";

type Done = Extract<Checking, { kind: "done" }>;

/** The line that says how it ended. It takes the focus, so that it is heard and read first. */
function Lead({
  tone,
  icon,
  children,
}: {
  tone: string;
  icon: "check" | "cross" | "unsure";
  children: React.ReactNode;
}) {
  const lead = useRef<HTMLHeadingElement>(null);
  useEffect(() => lead.current?.focus(), []);
  return (
    <h2 ref={lead} tabIndex={-1} className="flex items-center gap-2 font-serif text-[27px] font-[600] outline-none">
      <Icon name={icon} className={`size-7 ${tone}`} />
      {children}
    </h2>
  );
}

const fileName = (inside: React.ReactNode) => <b className="break-all">{inside}</b>;

/** The rule above says how it ended before a word is read: double is closed and signed, one thick line is broken, dashes are undecided. */
const panel = "mt-5 border border-hair bg-surface p-5";
const rules = {
  working: "border-t-[3px] border-t-accent",
  verified: "border-t-[5px] border-t-ok [border-top-style:double]",
  broken: "border-t-[5px] border-t-fail",
  unsure: "border-t-[5px] border-t-control [border-top-style:dashed]",
};

type Busy = Extract<Checking, { kind: "working" }>;

export function Working({ name, step, onStop }: Busy & { onStop(): void }) {
  const say = useSay();
  const at = step === null ? 0 : stepIds.indexOf(step.id) + 1;
  return (
    <div className={`${panel} ${rules.working}`}>
      <p className="font-serif text-[21px] break-all">{say("Checking {name}", { name })}</p>
      <p role="status" className="my-2 min-h-11 text-[14px] text-ink-2">
        {step === null ? say("Reading the file") : `${step.id}. ${step.does}`}
      </p>
      <progress className="h-2 w-full" max={stepIds.length} value={at} aria-label={say("Steps begun")} />
      <p className="mt-3">
        <button type="button" className={buttonClass()} onClick={onStop}>
          {say("Stop")}
        </button>
      </p>
    </div>
  );
}

export function Unreadable({ name, why, onAgain }: { name: string; why: string; onAgain(): void }) {
  const say = useSay();
  return (
    <div className={`${panel} ${rules.unsure}`}>
      <Lead tone="text-ink" icon="unsure">
        {say("Could not decide")}
      </Lead>
      <p className="mt-2 break-words">
        {say.rich("<b>{name}</b> could not be read as a bundle.", { name, b: fileName })} {why}
      </p>
      <p className="mt-4">
        <button type="button" className={buttonClass("primary")} onClick={onAgain}>
          {say("Check another file")}
        </button>
      </p>
    </div>
  );
}

export function Result({ name, report, saved, claimed, onAgain }: Done & { claimed: boolean; onAgain(): void }) {
  const say = useSay();
  const { accepted, discrepancies, facts } = report;
  const save = (): void => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify({ file: name, ...saved }, null, 2)], { type: "application/json" }),
    );
    link.download = `${name.replace(/\.zip$/, "")}-verification.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={`${panel} ${accepted ? rules.verified : rules.broken}`}>
      {accepted ? (
        <>
          <Lead tone="text-ok" icon="check">
            {say("Verified")}
          </Lead>
          <p className="mt-1 break-words">
            {say.rich("<b>{name}</b> is complete and unchanged.", { name, b: fileName })}
          </p>
        </>
      ) : (
        <>
          <Lead tone="text-fail" icon="cross">
            {say("{n, plural, one {# discrepancy} other {# discrepancies}}", { n: discrepancies.length })}
          </Lead>
          <p className="mt-1 break-words">
            {say.rich("<b>{name}</b> is not what was signed, or not by the key that you trust.", { name, b: fileName })}{" "}
            <b>{say("Do not rely on it.")}</b>
          </p>
        </>
      )}
      {claimed && accepted && (
        <div className="mt-3">
          <Note tone="warn" title={say("Against this instance’s own claim.")}>
            {say(
              "Both the key and this page come from the operator. For an independent answer take the key from elsewhere and use the command line.",
            )}
          </Note>
        </div>
      )}
      {accepted ? (
        facts && (
          <div className="mt-5 border-t border-rule pt-3">
            <FactList facts={facts} />
          </div>
        )
      ) : (
        <Discrepancies found={discrepancies} />
      )}
      <Steps steps={report.steps} />
      <p className="mt-5 flex flex-wrap gap-2">
        <button type="button" className={buttonClass("primary")} onClick={onAgain}>
          {say("Check another file")}
        </button>
        <button type="button" className={buttonClass()} onClick={save}>
          {say("Save result")}
        </button>
      </p>
    </div>
  );
}
