import type { PersonListItem } from "@countersign/domain";
import { Chip, Moment, Note, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import type { Metadata } from "next";
import { ConfirmGrant, InviteForm, PersonActions } from "../../client/people-forms.tsx";
import { Tokens } from "../../people/tokens.tsx";
import { requireAccess } from "../../server/access.ts";
import { api, orNotFound } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("People and tokens") };
}

export default async function PeoplePage() {
  const caller = await api("/people");
  await requireAccess("people");
  const say = await requestSay();
  const people = await orNotFound(caller.people.list({}));
  const { you, roles } = await caller.me({});
  const administers = roles.includes("administrator");
  const tokens = administers || roles.includes("auditor") ? await caller.token.list({}) : null;
  const active = people.filter((person) => person.state === "active");
  const waiting = people.flatMap((person) =>
    person.grants.filter((grant) => grant.state === "pending").map((grant) => ({ person, grant })),
  );
  return (
    <Shell current="people" you={you} roles={roles}>
      <div className={sheetClass}>
        <h1 className="font-serif text-[27px] font-[600]">
          {say("People")}{" "}
          <span className="ml-2 inline-block font-sans text-[15px] font-normal text-balance text-muted max-sm:ml-0">
            {waiting.length > 0
              ? say("{active} active, {waiting} waiting for a second administrator", {
                  active: active.length,
                  waiting: waiting.length,
                })
              : say("{active} active", { active: active.length })}
          </span>
        </h1>
        <p className="mt-1 mb-5 max-w-[68ch] text-ink-2">
          {say(
            "A role that signs, and the administrator's own, is asked for by one administrator and confirmed by another. What somebody did stays in the record when their access ends.",
          )}
        </p>
        {waiting.length > 0 && (
          <section aria-labelledby="waiting" className="mb-6">
            <h2 id="waiting" className="border-b border-rule pb-1 font-serif text-[18px] font-[600]">
              {say("Waiting for a second administrator")}
            </h2>
            <ul>
              {waiting.map(({ person, grant }) => (
                <li key={grant.id} className="flex flex-wrap items-center gap-3 border-b border-hair py-row">
                  <span>
                    {say.rich("<b>{person}</b> as {role}<muted>, asked by {asker}</muted>", {
                      person: person.name,
                      role: say.term(grant.role),
                      asker: grant.askedBy?.name ?? say("the set-up"),
                      b: (inside) => <b className="font-[650]">{inside}</b>,
                      muted: (inside) => <span className="text-muted">{inside}</span>,
                    })}
                  </span>
                  {administers && (
                    <ConfirmGrant
                      grantId={grant.id}
                      why={
                        grant.askedBy?.id === you.id
                          ? say("You asked for it: another administrator confirms.")
                          : person.id === you.id
                            ? say("It is yours: another administrator confirms.")
                            : null
                      }
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        <ul className="border-t border-rule">
          {people.map((person) => (
            <li key={person.id} className="border-b border-hair py-row">
              <Person person={person} />
              {administers && <PersonActions person={person} self={person.id === you.id} />}
            </li>
          ))}
        </ul>
        {administers ? (
          <InviteForm />
        ) : (
          <div className="mt-4">
            <Note>{say("An administrator invites people and changes their roles; you read.")}</Note>
          </div>
        )}
        {tokens && <Tokens tokens={tokens} people={active} administers={administers} />}
      </div>
    </Shell>
  );
}

function Person({ person }: { person: PersonListItem }) {
  const say = useSay();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-[650]">{person.name}</span>
      <span className="text-[13px] break-all text-muted">{person.email}</span>
      {person.state !== "active" && (
        <Chip tone="draft" icon="ended">
          {say.term(person.state)}
        </Chip>
      )}
      {person.practisedAt && (
        <span className="text-[13px] text-muted">
          {say.rich("practised {day}", { day: <Moment iso={person.practisedAt} withTime={false} /> })}
        </span>
      )}
      <span className="text-[13px] text-muted">
        {person.signedIn !== undefined && (
          <>
            {person.signedIn === null
              ? say("never signed in")
              : say.rich("last signed in {day}", { day: <Moment iso={person.signedIn} withTime={false} /> })}
            {" · "}
          </>
        )}
        {say("{n, plural, =0 {no signature} one {# signature} other {# signatures}}", { n: person.signatures })}
      </span>
      <span className="ml-auto flex flex-wrap gap-1.5 max-sm:ml-0 max-sm:basis-full">
        {person.grants.length === 0 && <span className="text-[13px] text-muted">{say("no role")}</span>}
        {person.grants.map((grant) =>
          grant.state === "pending" ? (
            <Chip key={grant.id} tone="change" icon="half">
              <span className="inline-block first-letter:uppercase">
                {say("{role}, to confirm", { role: say.term(grant.role) })}
              </span>
            </Chip>
          ) : (
            <Chip key={grant.id} tone="draft">
              <span className="inline-block first-letter:uppercase">{say.term(grant.role)}</span>
            </Chip>
          ),
        )}
      </span>
    </p>
  );
}
