import type { CheckVerdict, FindingView, MissingSignOff, ReasonView, ReviewView } from "@countersign/domain";
import { Icon, type IconName } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg, type Say } from "@countersign/words";
import { reasonsOf } from "./standing.ts";
import { titleWords } from "./words.ts";

/** So many reasons are listed that the buttons under them stay in sight on a usual screen; the others open in place. */
const listed = 6;

/** What is missing for an approval, in the order in which it has to come, with whoever can give it. */
export function Missing({ view }: { view: ReviewView }) {
  const say = useSay();
  const checks = reasonsOf(view, "check");
  const matters = reasonsOf(view, "matter");
  const conditions = reasonsOf(view, "condition");
  const sealed = view.round.state === "sealed";
  const gathering = view.round.state === "gathering";
  return (
    <div className="mt-3 grid gap-3 border-t border-hair pt-3">
      <Group
        title={say("{n, plural, one {# check blocks} other {# checks block}} approval", { n: checks.length })}
        icon="cross"
        tone="text-fail"
        reasons={checks}
        view={view}
      />
      <Group
        title={
          gathering
            ? say("Nothing is decided yet")
            : say(
                checks.length > 0
                  ? "{n, plural, one {# other thing blocks} other {# other things block}} approval"
                  : "{n, plural, one {# thing blocks} other {# things block}} approval",
                { n: matters.length },
              )
        }
        icon={gathering ? "open" : "cross"}
        tone={gathering ? "text-muted" : "text-fail"}
        reasons={matters}
        view={view}
      />
      {sealed && checks.length + matters.length === 0 && (
        <p className="flex gap-2">
          <Icon name="check" className="mt-0.5 size-4 text-ok" /> {say("Nothing that was found blocks approval.")}
        </p>
      )}
      <Group
        title={say("{n, plural, one {# outcome needs} other {# outcomes need}} a condition", { n: conditions.length })}
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
  const say = useSay();
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
            {say("and {n} more", { n: reasons.length - listed })}
          </summary>
          <ul className="mt-1 grid gap-1">{reasons.slice(listed).map(item)}</ul>
        </details>
      )}
      {todo.length > 0 && (
        <p className="mt-1 text-[13px] text-muted">
          {reasons[0]?.group === "condition" && view.you.actions.propose_conditions.allowed
            ? say.rich(
                view.you.signOff?.act === "approve"
                  ? "To do: <link>propose conditions</link>, then approve."
                  : "To do: <link>propose conditions</link>, then recommend.",
                {
                  link: (inside) => (
                    <a className="link" href="#propose">
                      {inside}
                    </a>
                  ),
                },
              )
            : say("To do: {todo}.", { todo: todo.join("; ") })}
        </p>
      )}
    </div>
  );
}

const ended: Partial<Record<CheckVerdict, string>> = {
  fail: msg("{check}: failed"),
  warn: msg("{check}: warning"),
  insufficient: msg("{check}: too little evidence"),
  error: msg("{check}: error"),
  skipped: msg("{check}: skipped"),
};

/** A reason as a link to what it is about; of a check, its name and how it ended. */
function ReasonLine({ reason, view }: { reason: ReasonView; view: ReviewView }) {
  const say = useSay();
  const finding = view.findings.find(({ number }) => number === reason.finding);
  if (finding)
    return (
      <>
        {reason.text} <FindingLink finding={finding} />
      </>
    );
  if (reason.check === null) return reason.text;
  const check = view.checks.find((one) => one.check === reason.check);
  const end = check?.verdict && ended[check.verdict];
  return (
    <a className="hover:underline" href={`#check-${reason.check}`}>
      {check && end ? say(end, { check: titleWords(say, check.title) }) : reason.brief}
    </a>
  );
}

function Conditions({ view: { conditions } }: { view: ReviewView }) {
  const say = useSay();
  const standing = conditions.filter(({ state }) => state !== "superseded");
  if (standing.length === 0) return null;
  return (
    <p className="flex gap-2">
      <Icon name="check" className="mt-0.5 size-4 text-ok" />
      <span>
        {say.rich(
          "{n, plural, one {# condition} other {# conditions}} proposed: {conditions}. Whoever signs, signs them too.",
          {
            n: standing.length,
            conditions: standing.map(({ id, number }, i) => (
              <span key={id}>
                {i > 0 && ", "}
                <a className="link" href={`#condition-${number}`}>
                  C{number}
                </a>
              </span>
            )),
          },
        )}
      </span>
    </p>
  );
}

/** What waits for you at a finding, or the way to it. */
function findingAct({ state, mayAnswer, mayClose }: FindingView): string {
  if (mayAnswer.allowed) return msg("Yours to do: <link>answer it</link>");
  return state === "answered" && mayClose.allowed
    ? msg("Yours to do: <link>verify the answer and close it</link>")
    : msg("<link>See F-{n}</link>");
}

/** Open findings that do not block: those that do stand above. */
function Findings({ view }: { view: ReviewView }) {
  const say = useSay();
  const blocking = new Set(view.verdict.reasons.map(({ finding }) => finding));
  const open = view.findings.filter(({ state, number }) => state !== "closed" && !blocking.has(number));
  if (open.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {open.map((finding) => (
        <li key={finding.id} className="flex gap-2">
          <Icon name="open" className="mt-0.5 size-4 text-muted" />
          <span>
            {say("Finding F-{n} is {state}; it does not block.", {
              n: finding.number,
              state: say.term(finding.state),
            })}{" "}
            <FindingLink finding={finding} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function FindingLink({ finding }: { finding: FindingView }) {
  const say = useSay();
  return say.rich(findingAct(finding), {
    n: finding.number,
    link: (inside) => (
      <a className="link" href={`#finding-${finding.number}`}>
        {inside}
      </a>
    ),
  });
}

function SignOffs({ view }: { view: ReviewView }) {
  const say = useSay();
  const { missing } = view.verdict;
  const count = missing.reduce((sum, one) => sum + one.count, 0);
  const discounted = reasonsOf(view, "signature").filter(({ todo }) => todo === "");
  if (count === 0) return null;
  return (
    <div>
      <h3 className="font-[650]">
        {say("{n, plural, one {# signature is} other {# signatures are}} missing", { n: count })}
      </h3>
      <ul className="mt-1 grid gap-1">
        {missing.map((one) => (
          <li key={`${one.act}${one.role}`} className="flex gap-2">
            <Icon name="open" className="mt-0.5 size-4 text-muted" />
            <span>{signOffWords(say, one, view.you.person.id)}</span>
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
function signOffWords(say: Say, { role, act, count, of, more }: MissingSignOff, you: string): string {
  const what = say(
    act === "recommend"
      ? "{n, plural, one {# recommendation} other {# recommendations}} ({role})"
      : "{n, plural, one {# approval} other {# approvals}} ({role})",
    { n: count, role: say.term(role) },
  );
  if (of.length === 0) return say("{what}: nobody in force may give it", { what });
  const names = of.map(({ id, name }) => (id === you ? say("you") : name)).join(", ");
  const all = more > 0 ? say("{names} and {n} more", { names, n: more }) : names;
  return say(of.length > count ? "{what}: of {names}" : "{what}: {names}", { what, names: all });
}
