import type { FindingView, MissingSignOff, ReasonView, ReviewView } from "@countersign/domain";
import { Icon, type IconName, verdictWord } from "@countersign/ui";
import { plain, reasonsOf, several } from "./standing.ts";

/** So many reasons are listed that the buttons under them stay in sight on a usual screen; the others open in place. */
const listed = 6;

/** What is missing for an approval, in the order in which it has to come, with whoever can give it. */
export function Missing({ view }: { view: ReviewView }) {
  const checks = reasonsOf(view, "check");
  const matters = reasonsOf(view, "matter");
  const conditions = reasonsOf(view, "condition");
  const sealed = view.round.state === "sealed";
  return (
    <div className="mt-3 grid gap-3 border-t border-hair pt-3">
      <Group
        title={`${several(checks.length, "check")} ${checks.length === 1 ? "blocks" : "block"} approval`}
        icon="cross"
        tone="text-fail"
        reasons={checks}
        view={view}
      />
      <Group
        title={
          view.round.state === "gathering"
            ? "Nothing is decided yet"
            : `${several(matters.length, checks.length > 0 ? "other thing" : "thing")} ${matters.length === 1 ? "blocks" : "block"} approval`
        }
        icon="cross"
        tone="text-fail"
        reasons={matters}
        view={view}
      />
      {sealed && checks.length + matters.length === 0 && (
        <p className="flex gap-2">
          <Icon name="check" className="mt-0.5 size-4 text-ok" /> Nothing that was found blocks approval.
        </p>
      )}
      <Group
        title={`${several(conditions.length, "outcome")} ${conditions.length === 1 ? "needs" : "need"} a condition`}
        icon="warn"
        tone="text-change"
        reasons={conditions}
        view={view}
      />
      <Conditions view={view} />
      <Findings view={view} />
      <SignOffs view={view} />
    </div>
  );
}

interface GroupProps {
  title: string;
  icon: IconName;
  tone: string;
  reasons: ReasonView[];
  view: ReviewView;
}

/** Reasons of one kind, and once for all of them what must be done. */
function Group({ title, icon, tone, reasons, view }: GroupProps) {
  if (reasons.length === 0) return null;
  const todo = [...new Set(reasons.map((reason) => reason.todo).filter(Boolean))];
  const item = (reason: ReasonView) => (
    <li key={reason.text} className="flex gap-2">
      <Icon name={icon} className={`mt-0.5 size-4 ${tone}`} />
      <span className="min-w-0">
        <ReasonLine reason={reason} view={view} />
      </span>
    </li>
  );
  return (
    <div>
      <h3 className="font-[650]">{title}</h3>
      <ul className="mt-1 grid gap-1">{reasons.slice(0, listed).map(item)}</ul>
      {reasons.length > listed && (
        <details className="mt-1">
          <summary className="ml-6 text-accent underline underline-offset-2">
            and {reasons.length - listed} more
          </summary>
          <ul className="mt-1 grid gap-1">{reasons.slice(listed).map(item)}</ul>
        </details>
      )}
      {todo.length > 0 && (
        <p className="mt-1 text-[13px] text-muted">
          To do:{" "}
          {reasons[0]?.group === "condition" && view.you.actions.propose_conditions.allowed ? (
            <>
              <a className="link" href="#propose">
                propose conditions
              </a>
              , then {view.you.signOff?.act ?? "recommend"}.
            </>
          ) : (
            `${todo.join("; ")}.`
          )}
        </p>
      )}
    </div>
  );
}

/** A reason as a link to what it is about; of a check, its name and how it ended. */
function ReasonLine({ reason, view }: { reason: ReasonView; view: ReviewView }) {
  const finding = view.findings.find(({ number }) => number === reason.finding);
  if (finding)
    return (
      <>
        {reason.text} <FindingLink finding={finding} />
      </>
    );
  if (reason.check === null) return reason.text;
  const check = view.checks.find((one) => one.check === reason.check);
  return (
    <a className="hover:underline" href={`#check-${reason.check}`}>
      {check?.verdict && check.verdict !== "pass"
        ? `${check.title}: ${verdictWord(check.verdict).toLowerCase()}`
        : reason.brief}
    </a>
  );
}

function Conditions({ view: { conditions } }: { view: ReviewView }) {
  const standing = conditions.filter(({ state }) => state !== "superseded");
  if (standing.length === 0) return null;
  return (
    <p className="flex gap-2">
      <Icon name="check" className="mt-0.5 size-4 text-ok" />
      <span>
        {several(standing.length, "condition")} proposed:{" "}
        {standing.map(({ id, number }, i) => (
          <span key={id}>
            {i > 0 && ", "}
            <a className="link" href={`#condition-${number}`}>
              C{number}
            </a>
          </span>
        ))}
        . Whoever signs, signs them too.
      </span>
    </p>
  );
}

/** What waits for you at a finding, or null. */
function yourAct({ state, mayAnswer, mayClose }: FindingView): string | null {
  if (mayAnswer.allowed) return "answer it";
  return state === "answered" && mayClose.allowed ? "verify the answer and close it" : null;
}

/** Open findings that do not block: those that do stand above. */
function Findings({ view }: { view: ReviewView }) {
  const blocking = new Set(view.verdict.reasons.map(({ finding }) => finding));
  const open = view.findings.filter(({ state, number }) => state !== "closed" && !blocking.has(number));
  if (open.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {open.map((finding) => (
        <li key={finding.id} className="flex gap-2">
          <Icon name="open" className="mt-0.5 size-4 text-muted" />
          <span>
            Finding F-{finding.number} is {finding.state}; it does not block. <FindingLink finding={finding} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function FindingLink({ finding }: { finding: FindingView }) {
  const act = yourAct(finding);
  return (
    <>
      {act && "Yours to do: "}
      <a className="link" href={`#finding-${finding.number}`}>
        {act ?? `See F-${finding.number}`}
      </a>
    </>
  );
}

function SignOffs({ view }: { view: ReviewView }) {
  const { missing } = view.verdict;
  const count = missing.reduce((sum, one) => sum + one.count, 0);
  const discounted = reasonsOf(view, "signature").filter(({ todo }) => todo === "");
  if (count === 0) return null;
  return (
    <div>
      <h3 className="font-[650]">
        {several(count, "signature")} {count === 1 ? "is" : "are"} missing
      </h3>
      <ul className="mt-1 grid gap-1">
        {missing.map((one) => (
          <li key={`${one.act}${one.role}`} className="flex gap-2">
            <Icon name="open" className="mt-0.5 size-4 text-muted" />
            <span>{signOffWords(one, view.you.person.id)}</span>
          </li>
        ))}
        {discounted.map(({ text }) => (
          <li key={text} className="flex gap-2">
            <Icon name="warn" className="mt-0.5 size-4 text-change" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "2 approvals (approver): of Priya Natarajan, Daniel Okafor". */
function signOffWords({ role, act, count, of, more }: MissingSignOff, you: string): string {
  const what = `${several(count, act === "recommend" ? "recommendation" : "approval")} (${plain(role)})`;
  if (of.length === 0) return `${what}: nobody in force may give it`;
  const names = of.map(({ id, name }) => (id === you ? "you" : name));
  return `${what}: ${of.length > count ? "of " : ""}${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
