import { buttonClass, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import Link from "next/link";
import { readEnv } from "../env.ts";
import { closedTo, type Closed, type Place } from "./access.ts";
import { Shell } from "./shell.tsx";

interface Props {
  place: Place;
  /** What is closed and which `{roles}` open it, as a message. */
  what: string;
  current: "people" | "policies" | "practice";
  /** Where it leads back to, as a message. */
  back: { href: string; word: string };
}

/** In place of a page that is there, and is not for this person: what opens it, and whom to ask. Nothing where it is open. */
export async function NoAccess({ place, what, current, back }: Props) {
  const closed = await closedTo(place);
  if (!closed) return null;
  const say = await requestSay();
  const named = (roles: readonly string[], kind: "and" | "or"): string =>
    say.list(
      roles.map((role) => say.term(role)),
      kind,
    );
  return (
    <Shell current={current} you={closed.you} roles={closed.roles}>
      <div className={sheetClass}>
        <h1 className="font-serif text-[27px] font-[600]">{say("No access")}</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          {say(what, { roles: named(closed.opens, "or") })}{" "}
          {closed.roles.length > 0
            ? say("You are {roles}.", { roles: named(closed.roles, "and") })
            : say("You hold no role yet.")}
        </p>
        <WhomToAsk closed={closed} />
        <p className="mt-5 flex flex-wrap items-center gap-3">
          <a className={buttonClass("primary")} href={letter(say, closed)}>
            {say("Ask for access by mail")}
          </a>
          <Link className={buttonClass()} href={back.href}>
            {say(back.word)}
          </Link>
          <span className="text-[14px] text-muted">
            {say("The mail names the page and the role. Send it to one of those who grant roles.")}
          </span>
        </p>
      </div>
    </Shell>
  );
}

function WhomToAsk({ closed: { holders, more, administrators } }: { closed: Closed }) {
  const say = useSay();
  return (
    <dl className="mt-4 border-t border-rule">
      {holders && (
        <div className="border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4">
          <dt className="font-[650]">{say("Who holds it")}</dt>
          <dd>
            {holders.length === 0 && <span className="text-ink-2">{say("Nobody yet.")}</span>}
            <ul>
              {holders.map(({ person, roles }) => (
                <li key={person.id}>
                  {person.name} <span className="text-muted">{roles.map((role) => say.term(role)).join(", ")}</span>
                </li>
              ))}
            </ul>
            {more > 0 && <p className="text-muted">{say("and {n} more", { n: more })}</p>}
          </dd>
        </div>
      )}
      <div className="border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4">
        <dt className="font-[650]">{say("Who grants roles")}</dt>
        <dd>
          <ul>
            {administrators.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}

/** A mail that asks, to be addressed by whoever sends it: addresses of people stand only where people are administered. */
function letter(say: Say, { you, path, opens }: Closed): string {
  const address = new URL(path, readEnv().portalUrl).href;
  const roles = say.list(
    opens.map((role) => say.term(role)),
    "or",
  );
  const subject = say("Access to {address}", { address });
  const body = say("I am {person} and need access to {address}. It takes the role of {roles}.", {
    person: you.name,
    address,
    roles,
  });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
