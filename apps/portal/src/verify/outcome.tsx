import { buttonClass, Icon, Note } from "@countersign/ui";
import { type StepId, stepIds, steps } from "@countersign/verifier/steps";
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
    <h2
      ref={lead}
      tabIndex={-1}
      className={`flex items-center gap-2 font-serif outline-none text-[27px] font-[600] ${tone}`}
    >
      <Icon name={icon} className="size-7" />
      {children}
    </h2>
  );
}

const panel = "mt-5 border border-t-[3px] border-hair bg-surface p-5";

export function Working({ name, step, onStop }: { name: string; step: StepId | null; onStop(): void }) {
  const at = step === null ? 0 : stepIds.indexOf(step) + 1;
  return (
    <div className={`${panel} border-t-accent`}>
      <p className="font-serif text-[21px] break-all">Checking {name}</p>
      <p role="status" className="my-2 min-h-11 text-[14px] text-ink-2">
        {step === null ? "Reading the file" : `${step}. ${steps[step]}`}
      </p>
      <progress
        className="h-2 w-full accent-[var(--accent)]"
        max={stepIds.length}
        value={at}
        aria-label="Steps begun"
      />
      <p className="mt-3">
        <button type="button" className={buttonClass()} onClick={onStop}>
          Stop
        </button>
      </p>
    </div>
  );
}

export function Unreadable({ name, why, onAgain }: { name: string; why: string; onAgain(): void }) {
  return (
    <div className={`${panel} border-t-change`}>
      <Lead tone="text-ink" icon="unsure">
        Could not decide
      </Lead>
      <p className="mt-2 break-words">
        <b className="break-all">{name}</b> could not be read as a bundle. {why}
      </p>
      <p className="mt-4">
        <button type="button" className={buttonClass("primary")} onClick={onAgain}>
          Check another file
        </button>
      </p>
    </div>
  );
}

export function Result({ name, report, claimed, onAgain }: Done & { claimed: boolean; onAgain(): void }) {
  const { accepted, discrepancies, facts } = report;
  const save = (): void => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify({ file: name, ...report }, null, 2)], { type: "application/json" }),
    );
    link.download = `${name.replace(/\.zip$/, "")}-verification.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={`${panel} ${accepted ? "border-t-ok" : "border-t-fail"}`}>
      {accepted ? (
        <>
          <Lead tone="text-ok" icon="check">
            Verified
          </Lead>
          <p className="mt-1 break-words">
            <b className="break-all">{name}</b> is complete and unchanged.
          </p>
        </>
      ) : (
        <>
          <Lead tone="text-fail" icon="cross">
            {discrepancies.length} {discrepancies.length === 1 ? "discrepancy" : "discrepancies"}
          </Lead>
          <p className="mt-1 break-words">
            <b className="break-all">{name}</b> is not what was signed, or not by the key that you trust.{" "}
            <b>Do not rely on it.</b>
          </p>
        </>
      )}
      {claimed && accepted && (
        <div className="mt-3">
          <Note tone="warn" title="Against this instance’s own claim.">
            Both the key and this page come from the operator. For an independent answer take the key from elsewhere and
            use the command line.
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
          Check another file
        </button>
        <button type="button" className={buttonClass()} onClick={save}>
          Save result
        </button>
      </p>
    </div>
  );
}
