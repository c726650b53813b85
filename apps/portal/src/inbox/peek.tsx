import { changedWords, countedRole, type InboxItem } from "@countersign/domain";
import { actWords, buttonClass, Icon, Rosette, ShortDay } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { askedFor, readOf, titleOf } from "./words.ts";

/** As many reasons as are read at a glance; the review has all. */
const shownReasons = 4;

/** What is worth knowing before the review is opened. */
export function Peek({ item, you, roles, now }: { item: InboxItem; you: string; roles: string[]; now: number }) {
  const say = useSay();
  const { peek } = item;
  const changed = peek.again && changedWords(say, peek.again.changed);
  return (
    <>
      <h2 className="mt-1 font-serif text-[18px] leading-snug font-[600]">{titleOf(say, item)}</h2>
      <p className="font-mono text-[13px] text-muted">
        {item.model.key}/{item.version.number}
      </p>
      <p className="text-[13px] text-muted">{askedFor(say, item)}</p>
      {peek.purpose && <p className="mt-1.5 text-ink-2">{peek.purpose}</p>}
      {peek.again && (
        <Part title={say("Since your review of round {n}", { n: peek.again.round })}>
          {changed === null ? (
            <Line icon={<Icon name="check" className="mt-0.5 size-4 text-ok" />}>
              {say("Nothing in the evidence has changed")}
            </Line>
          ) : (
            <Line icon={<Icon name="back" className="mt-0.5 size-4 text-change" />}>
              {say("Changed: {what}", { what: changed })}
            </Line>
          )}
        </Part>
      )}
      {item.endedAt === null && (
        <Part title={say("What stands open in round {n}", { n: peek.round })}>
          {peek.open.slice(0, shownReasons).map(({ text, grave }) => (
            <Line
              key={text}
              icon={
                <Icon
                  name={grave ? "cross" : "warn"}
                  className={`mt-0.5 size-4 ${grave ? "text-fail" : "text-change"}`}
                />
              }
            >
              <span className="line-clamp-4">{text}</span>
            </Line>
          ))}
          {peek.open.length > shownReasons && (
            <Line icon={<Icon name="arrow" className="mt-0.5 size-4 text-muted" />}>
              {say("{n} more on the review", { n: peek.open.length - shownReasons })}
            </Line>
          )}
          {peek.open.length === 0 && (
            <Line icon={<Icon name="check" className="mt-0.5 size-4 text-ok" />}>{say("Nothing but signatures")}</Line>
          )}
          {item.toRead && (
            <Line icon={<Icon name="file" className="mt-0.5 size-4 text-muted" />}>
              <ToRead {...readOf(say, item.toRead)} />
            </Line>
          )}
        </Part>
      )}
      <Part title={say("Signatures")}>
        {peek.signatures.map((signature) => (
          <Line
            key={`${signature.person.id}${signature.signedAt}`}
            icon={<Rosette state="valid" className="size-[18px]" />}
          >
            {signature.person.id === you ? <strong className="font-[650]">{say("You")}</strong> : signature.person.name}
            , {say.term(signature.role)}
            <span className="block text-[13px] text-muted">
              {say(actWords[signature.act] ?? signature.act)}, <ShortDay iso={signature.signedAt} now={now} />
            </span>
          </Line>
        ))}
        {peek.hiddenSignatures > 0 && (
          <Line icon={<Rosette state="waiting" className="size-[18px]" />}>
            {say("{n, plural, one {# signature} other {# signatures}} given", { n: peek.hiddenSignatures })}
            <span className="block text-[13px] text-muted">{say("shown after your decision")}</span>
          </Line>
        )}
        {peek.missing.map(({ role, act, count }) => (
          <Line key={role + act} icon={<Icon name="arrow" className="mt-0.5 size-4 text-accent" />}>
            {item.kind === "turn" && roles.includes(role) && (
              <>
                <strong className="font-[650]">{say("You")}</strong>
                {count === 1 ? ", " : ` ${say("and others")}: `}
              </>
            )}
            {say("{who} to {act}", { who: countedRole(count, role, say), act: say.term(act) })}
          </Line>
        ))}
        {peek.signatures.length + peek.hiddenSignatures + peek.missing.length === 0 && (
          <Line icon={<Icon name="skip" className="mt-0.5 size-4 text-muted" />}>{say("None that stands")}</Line>
        )}
      </Part>
      <Link href={`/reviews/${item.reviewId}`} className={`${buttonClass("primary")} mt-4 w-full !justify-between`}>
        {say("Open review")} <kbd className="button-key max-md:hidden">Enter</kbd>
      </Link>
    </>
  );
}

function ToRead({ word, of }: { word: string; of: string }) {
  return (
    <>
      <span className="inline-block first-letter:uppercase">{word}</span>
      {of && `: ${of}`}
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="mt-3 border-t border-hair pt-3">
      <h3 className="font-[650]">{title}</h3>
      <ul className="mt-1 space-y-1.5">{children}</ul>
    </div>
  );
}

function Line({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-2">
      {icon}
      <div className="min-w-0 leading-snug">{children}</div>
    </li>
  );
}
