import { Chip } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Discrepancy, StepReport } from "@countersign/verifier";

/** Every step with what it does and how it ended. */
export function Steps({ steps }: { steps: StepReport[] }) {
  const say = useSay();
  return (
    <details className="mt-6 border-t border-rule pt-3">
      <summary className="font-serif text-[18px] font-[600]">
        {say("What was checked: {n} of {of} steps passed", {
          n: steps.filter((step) => step.state === "passed").length,
          of: steps.length,
        })}
      </summary>
      <ol className="mt-2">
        {steps.map(({ id, does, state }) => (
          <li
            key={id}
            className="grid grid-cols-[44px_minmax(0,1fr)] gap-x-2 gap-y-1 border-b border-hair py-1.5 text-[14px] sm:grid-cols-[44px_minmax(0,1fr)_auto]"
          >
            <span className="font-mono text-muted">{id}</span>
            <span>{does}</span>
            <span className="max-sm:col-start-2">
              <StepState state={state} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function StepState({ state }: { state: StepReport["state"] }) {
  const say = useSay();
  if (state === "passed")
    return (
      <Chip tone="ok" icon="check">
        {say("Passed")}
      </Chip>
    );
  return state === "failed" ? (
    <Chip tone="fail" icon="cross">
      {say("Failed")}
    </Chip>
  ) : (
    <Chip tone="draft" icon="skip">
      {say("Not run")}
    </Chip>
  );
}

/** What does not hold, in the order in which it was found. */
export function Discrepancies({ found }: { found: Discrepancy[] }) {
  const say = useSay();
  return (
    <ol className="mt-4 border-t border-rule">
      {found.map(({ code, step, where, text }, i) => (
        <li
          key={`${code}-${String(i)}`}
          className="grid gap-x-3 border-b border-hair py-2 md:grid-cols-[60px_minmax(0,1fr)]"
        >
          <span className="font-mono text-[13px] text-muted">{step}</span>
          <div className="min-w-0">
            <p className="font-serif break-words">{text}</p>
            <p className="text-[13px] break-all text-muted">
              {say.rich("in <code>{where}</code>", {
                where,
                code: (inside) => <code className="font-mono">{inside}</code>,
              })}{" "}
              · <code className="font-mono">{code}</code>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
