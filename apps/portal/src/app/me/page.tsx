import { preferencesOf, sessionsOf, sha256Hex } from "@countersign/usecases";
import { buttonClass, Moment, Section, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import Link from "next/link";
import { KeysButton } from "../../client/keys.tsx";
import { LookForm } from "../../client/look-form.tsx";
import { PreferencesForm } from "../../client/preferences-form.tsx";
import { roleSentences } from "../../people/words.ts";
import { api } from "../../server/caller.ts";
import { deps } from "../../server/deps.ts";
import { lookOf } from "../../server/look.ts";
import { endOtherSessions, endSession } from "../../server/session-actions.ts";
import { currentSession, requireActor } from "../../server/session.ts";
import { Shell } from "../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestSay())("You") };
}

/** What this instance knows of whoever is signed in: roles, and where they are signed in. */
export default async function MePage() {
  const { personId } = await requireActor("/me");
  const caller = await api("/me");
  const { you, roles } = await caller.me({});
  const asked = roles.length > 0 ? [] : (await caller.role.holders({ roles: [] })).administrators;
  const opened = await deps();
  const preferences = await preferencesOf(opened.database, personId);
  const sessions = await sessionsOf(opened, personId);
  const say = await requestSay();
  const look = await lookOf();
  const own = sha256Hex((await currentSession()) ?? "");
  return (
    <Shell current="me" you={you} roles={roles}>
      <div className={sheetClass}>
        <h1 className="mb-4 font-serif text-[27px] font-[600]">{you.name}</h1>
        <Section
          id="roles"
          folio="1"
          title={say("Your roles")}
          summary={roles.length === 0 ? say("none yet") : say("{n} held", { n: roles.length })}
        >
          {roles.length === 0 ? (
            <p className="text-ink-2">
              {say("You can read nothing yet. An administrator grants roles: {names}.", {
                names: say.list(
                  asked.map(({ name }) => name),
                  "or",
                ),
              })}
            </p>
          ) : (
            <ul>
              {roles.map((role) => (
                <li key={role}>
                  <b className="inline-block font-[650] first-letter:uppercase">{say.term(role)}</b>{" "}
                  <span className="text-ink-2">{say(roleSentences[role as keyof typeof roleSentences])}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="mt-2 text-[14px]">
            <Link className="link" href={`/audit?person=${personId}`}>
              {say("What you did, in the audit trail")}
            </Link>{" "}
            ·{" "}
            <Link className="link" href={`/audit?person=${personId}&act=decision`}>
              {say("What you decided, each entry with its receipt to save")}
            </Link>
          </p>
        </Section>
        <Section
          id="sessions"
          folio="2"
          title={say("Where you are signed in")}
          summary={say("{n, plural, one {# session} other {# sessions}}", { n: sessions.length })}
        >
          <ul>
            {sessions.map(({ id, kind, createdAt, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-row">
                <span className="grow">
                  <b className="font-[650]">{say(kind === "browser" ? "A browser" : "A terminal")}</b>
                  {id === own && ` ${say("(this one)")}`}
                  <span className="block text-[13px] text-muted">
                    {say.rich("signed in {begin}, ends {end}", {
                      begin: <Moment iso={createdAt} />,
                      end: <Moment iso={expiresAt} />,
                    })}
                  </span>
                </span>
                {id !== own && (
                  <form action={endSession}>
                    <input type="hidden" name="id" value={id} />
                    <button type="submit" className={buttonClass()}>
                      {say("End it")}
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <form action={endOtherSessions} className="mt-3">
              <button type="submit" className={buttonClass()}>
                {say("End all but this one")}
              </button>
            </form>
          )}
          <p className="mt-3 max-w-[68ch] text-[13px] text-muted">
            {say(
              "A session that you do not know: end it, and ask an administrator for a link to a new password. Every signature asks for the password again, whoever has the session.",
            )}
          </p>
        </Section>
        <Section id="preferences" folio="3" title={say("Language, time zone and mail")}>
          <PreferencesForm chosen={preferences} zones={Intl.supportedValuesOf("timeZone")} />
        </Section>
        <Section id="look" folio="4" title={say("Look")} summary={say("in this browser")}>
          <LookForm chosen={{ theme: look("theme") ?? "", density: look("density") ?? "" }} />
        </Section>
        <Section id="keys" folio="5" title={say("Keys")} summary={say("in this browser")}>
          <KeysButton />
        </Section>
      </div>
    </Shell>
  );
}
