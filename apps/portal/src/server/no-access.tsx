import type { Role } from "@countersign/domain";
import { buttonClass } from "@countersign/ui";
import Link from "next/link";
import { plainRole } from "../people/words.ts";
import { closedTo, type Closed, type Place } from "./access.ts";
import { Shell } from "./shell.tsx";

interface Props {
  place: Place;
  /** What is closed, as the subject of "takes one of these roles". */
  what: string;
  current: "people" | "policies";
  /** Where it leads back to. */
  back: { href: string; word: string };
}

const listed = (roles: readonly Role[], type: "conjunction" | "disjunction"): string =>
  new Intl.ListFormat("en", { type }).format(roles.map(plainRole));

/** In place of a page that is there, and is not for this person: what opens it, and whom to ask. Nothing where it is open. */
export async function NoAccess({ place, what, current, back }: Props) {
  const closed = await closedTo(place);
  if (!closed) return null;
  return (
    <Shell current={current} you={closed.you} roles={closed.roles}>
      <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
        <h1 className="font-serif text-[27px] font-[600]">No access</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          {what} takes the role of {listed(closed.opens, "disjunction")}.{" "}
          {closed.roles.length > 0 ? `You are ${listed(closed.roles, "conjunction")}.` : "You hold no role yet."}
        </p>
        <WhomToAsk closed={closed} />
        <p className="mt-5">
          <Link className={buttonClass()} href={back.href}>
            Back to {back.word}
          </Link>
        </p>
      </div>
    </Shell>
  );
}

function WhomToAsk({ closed: { holders, more, administrators } }: { closed: Closed }) {
  return (
    <dl className="mt-4 border-t border-rule">
      {holders && (
        <div className="border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4">
          <dt className="font-[650]">Who holds it</dt>
          <dd>
            {holders.length === 0 && <span className="text-ink-2">Nobody yet.</span>}
            <ul>
              {holders.map(({ person, roles }) => (
                <li key={person.id}>
                  {person.name} <span className="text-muted">{roles.map(plainRole).join(", ")}</span>
                </li>
              ))}
            </ul>
            {more > 0 && <p className="text-muted">and {more} more</p>}
          </dd>
        </div>
      )}
      <div className="border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4">
        <dt className="font-[650]">Who grants roles</dt>
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
