import { preferencesOf, sessionsOf, sha256Hex } from "@countersign/usecases";
import { buttonClass, Moment, Section } from "@countersign/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { KeysButton } from "../../client/keys.tsx";
import { PreferencesForm } from "../../client/preferences-form.tsx";
import { plainRole, roleSentences } from "../../people/words.ts";
import { api } from "../../server/caller.ts";
import { deps } from "../../server/deps.ts";
import { endOtherSessions, endSession } from "../../server/session-actions.ts";
import { currentSession, requireActor } from "../../server/session.ts";
import { Shell } from "../../server/shell.tsx";

export const metadata: Metadata = { title: "You" };

/** What this instance knows of whoever is signed in: roles, and where they are signed in. */
export default async function MePage() {
  const { personId } = await requireActor("/me");
  const { you, roles } = await (await api("/me")).me({});
  const opened = await deps();
  const preferences = await preferencesOf(opened.database, personId);
  const sessions = await sessionsOf(opened, personId);
  const own = sha256Hex((await currentSession()) ?? "");
  return (
    <Shell current="me" you={you} roles={roles}>
      <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
        <h1 className="mb-4 font-serif text-[27px] font-[600]">{you.name}</h1>
        <Section
          id="roles"
          folio="1"
          title="Your roles"
          summary={roles.length === 0 ? "none yet" : `${roles.length} held`}
        >
          {roles.length === 0 ? (
            <p className="text-ink-2">You can read nothing yet. An administrator grants roles.</p>
          ) : (
            <ul>
              {roles.map((role) => (
                <li key={role}>
                  <b className="inline-block font-[650] first-letter:uppercase">{plainRole(role)}</b>{" "}
                  <span className="text-ink-2">{roleSentences[role as keyof typeof roleSentences]}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="mt-2 text-[14px]">
            <Link className="link" href={`/audit?person=${personId}`}>
              What you did, in the audit trail
            </Link>
          </p>
        </Section>
        <Section
          id="sessions"
          folio="2"
          title="Where you are signed in"
          summary={`${sessions.length} ${sessions.length === 1 ? "session" : "sessions"}`}
        >
          <ul>
            {sessions.map(({ id, kind, createdAt, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hair py-2">
                <span className="grow">
                  <b className="font-[650]">{kind === "browser" ? "A browser" : "A terminal"}</b>
                  {id === own && " (this one)"}
                  <span className="block text-[13px] text-muted">
                    signed in <Moment iso={createdAt} />, ends <Moment iso={expiresAt} />
                  </span>
                </span>
                {id !== own && (
                  <form action={endSession}>
                    <input type="hidden" name="id" value={id} />
                    <button type="submit" className={buttonClass()}>
                      End it
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <form action={endOtherSessions} className="mt-3">
              <button type="submit" className={buttonClass("danger")}>
                End all but this one
              </button>
            </form>
          )}
          <p className="mt-3 max-w-[68ch] text-[13px] text-muted">
            A session that you do not know: end it, and ask an administrator for a link to a new password. Every
            signature asks for the password again, whoever has the session.
          </p>
        </Section>
        <Section id="preferences" folio="3" title="Language, time zone and mail">
          <PreferencesForm chosen={preferences} zones={Intl.supportedValuesOf("timeZone")} />
        </Section>
        <Section id="keys" folio="4" title="Keys">
          <KeysButton />
        </Section>
      </div>
    </Shell>
  );
}
