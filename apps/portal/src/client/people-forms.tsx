"use client";

import type { PersonListItem, Role } from "@countersign/domain";
import { buttonClass, fieldClass, Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import { roleSentences } from "../people/words.ts";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { TwoSteps } from "./two-steps.tsx";
import { useAct } from "./use-act.ts";

/** The second administrator's confirmation; why not, where it is not theirs to give. */
export function ConfirmGrant({ grantId, why }: { grantId: string; why: string | null }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  if (why) return <span className="ml-auto text-[13px] text-muted">{why}</span>;
  return (
    <span className="ml-auto">
      <button
        type="button"
        aria-disabled={busy}
        className={buttonClass("primary")}
        onClick={() => void run(() => client.role.confirm.mutate({ grantId }))}
      >
        {say("Confirm")}
      </button>
      <ProblemNote problem={problem} />
    </span>
  );
}

/** Grant, revoke, deactivate: folded, since most visits only read. */
export function PersonActions({ person, self }: { person: PersonListItem; self: boolean }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const held = new Set(person.grants.map((grant) => grant.role));
  const offered = (Object.keys(roleSentences) as Role[]).filter((role) => !held.has(role));
  const [role, setRole] = useState<Role | "">("");
  if (person.state !== "active") return null;
  return (
    <details className="mt-1 text-[14px]">
      <summary className="inline-block min-h-6 text-accent underline underline-offset-2">
        {say.rich("Change<more> the access of {person}</more>", {
          person: person.name,
          more: (inside) => <span className="sr-only">{inside}</span>,
        })}
      </summary>
      <div className="mt-2 grid gap-3 rounded border border-hair bg-sunken/60 p-3">
        {person.grants.map((grant) => (
          <p key={grant.id} className="flex flex-wrap items-center gap-3">
            <span>
              <b className="font-[600]">{say.term(grant.role)}</b>{" "}
              <span className="text-muted">{say(roleSentences[grant.role])}</span>
            </span>
            <span className="ml-auto">
              <TwoSteps
                word={say("Take away")}
                of={say.term(grant.role)}
                says={say("{person} may do nothing of this from now on. What was signed stays signed.", {
                  person: person.name,
                })}
                busy={busy}
                onDo={() => void run(() => client.role.revoke.mutate({ grantId: grant.id }))}
              />
            </span>
          </p>
        ))}
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (role !== "")
              void run(() => client.role.grant.mutate({ personId: person.id, role })).then(
                (done) => done && setRole(""),
              );
          }}
        >
          <label className="block grow">
            <span className="mb-1 block font-[550]">{say("Another role")}</span>
            <select
              className={fieldClass}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as Role)}
              required
            >
              <option value="">{say("Choose…")}</option>
              {offered.map((one) => (
                <option key={one} value={one}>
                  {say.term(one)}: {say(roleSentences[one])}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
            {say("Grant")}
          </button>
        </form>
        {!self && (
          <p>
            <TwoSteps
              word={say("Deactivate")}
              of={person.name}
              says={say(
                "{person} is signed out at once; roles and tokens end. What they did stays in the record, and nobody can undo this here.",
                { person: person.name },
              )}
              busy={busy}
              onDo={() => void run(() => client.people.deactivate.mutate({ personId: person.id }))}
            />
          </p>
        )}
        <ProblemNote problem={problem} />
      </div>
    </details>
  );
}

/** A new person, with a link that is shown once: it sets their password. */
export function InviteForm() {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [link, setLink] = useState<{ name: string; url: string | null } | null>(null);
  return (
    <section aria-labelledby="invite" className="mt-6">
      <h2 id="invite" className="border-b border-rule pb-1 font-serif text-[18px] font-[600]">
        {say("Invite somebody")}
      </h2>
      <form
        className="mt-3 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const fields = new FormData(form);
          const name = String(fields.get("name"));
          void run(async () => {
            const { link: secret } = await client.people.invite.mutate({ name, email: String(fields.get("email")) });
            setLink({ name, url: secret && `${window.location.origin}/password?token=${secret}` });
            form.reset();
          });
        }}
      >
        <label className="block grow">
          <span className="mb-1 block font-[550]">{say("Name, as it is printed beside signatures")}</span>
          <input className={fieldClass} name="name" autoComplete="off" required maxLength={200} />
        </label>
        <label className="block grow">
          <span className="mb-1 block font-[550]">{say("E-mail address")}</span>
          <input className={fieldClass} name="email" type="email" autoComplete="off" required />
        </label>
        <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
          {say("Invite")}
        </button>
      </form>
      <div aria-live="polite" className="mt-3">
        <ProblemNote problem={problem} />
        {link?.url === null && (
          <Note
            tone="warn"
            title={say("{person} is invited, but the link was lost on the way.", { person: link.name })}
          >
            {say.rich(
              "It is shown once, and that answer did not arrive. Issue another with <code>countersign admin credential.reset</code>.",
              {
                code: (inside) => <code>{inside}</code>,
              },
            )}
          </Note>
        )}
        {link?.url && (
          <Note title={say("Give this link to {person}.", { person: link.name })}>
            {say("It is shown once, works once, and for 72 hours:")}{" "}
            <code className="font-mono break-all">{link.url}</code>
          </Note>
        )}
      </div>
    </section>
  );
}
