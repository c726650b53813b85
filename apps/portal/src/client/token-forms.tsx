"use client";

import type { PersonView, TokenRole } from "@countersign/domain";
import { buttonClass, fieldClass, Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import { roleSentences } from "../people/words.ts";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { TwoSteps } from "./two-steps.tsx";
import { useAct } from "./use-act.ts";

interface Made {
  /** Null where it was shown once before, in an answer that did not arrive. */
  secret: string | null;
}

function Secret({ made }: { made: Made | null }) {
  const say = useSay();
  if (!made) return null;
  if (made.secret === null)
    return (
      <Note tone="warn" title={say("The secret was lost on the way.")}>
        {say("It is shown once, and that answer did not arrive. Give the token a new secret.")}
      </Note>
    );
  return (
    <Note title={say("Copy this secret now.")}>
      {say("It is shown once; only its hash is kept.")} <code className="font-mono break-all">{made.secret}</code>
    </Note>
  );
}

/** A new secret for the same token, or its end. */
export function TokenActions({ tokenId, label }: { tokenId: string; label: string }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      <button
        type="button"
        aria-disabled={busy}
        className={buttonClass()}
        onClick={() => void run(async () => setMade(await client.token.rotate.mutate({ tokenId })))}
      >
        {say.rich("New secret<more> for {token}</more>", {
          token: label,
          more: (inside) => <span className="sr-only">{inside}</span>,
        })}
      </button>
      <TwoSteps
        word={say("Revoke")}
        of={label}
        says={say("What uses this token is refused from now on. It does not come back; a new one has to be made.")}
        busy={busy}
        onDo={() => void run(() => client.token.revoke.mutate({ tokenId }))}
      />
      <Secret made={made} />
      <ProblemNote problem={problem} />
    </>
  );
}

export function TokenForm({ people, roles }: { people: PersonView[]; roles: readonly TokenRole[] }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <details className="mt-3" open={made !== null}>
      <summary className="inline-block min-h-6 text-accent underline underline-offset-2">{say("Make a token")}</summary>
      <form
        className="mt-2 grid gap-3 rounded border border-hair bg-sunken/60 p-3 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const fields = new FormData(form);
          const models = String(fields.get("models"))
            .split(",")
            .map((key) => key.trim())
            .filter(Boolean);
          void run(async () => {
            setMade(
              await client.token.create.mutate({
                label: String(fields.get("label")),
                ownerId: String(fields.get("owner")),
                roles: [fields.get("role") as TokenRole],
                models: models.length > 0 ? models : null,
                days: Number(fields.get("days")),
              }),
            );
            form.reset();
          });
        }}
      >
        <label className="block">
          <span className="mb-1 block font-[550]">{say("What it is for")}</span>
          <input className={fieldClass} name="label" required maxLength={100} autoComplete="off" />
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Who answers for it")}</span>
          <select className={fieldClass} name="owner" required>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Role")}</span>
          <select className={fieldClass} name="role" required>
            {roles.map((role) => (
              <option key={role} value={role}>
                {say.term(role)}: {say(roleSentences[role])}
              </option>
            ))}
          </select>
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Only these models, by key (empty: every model)")}</span>
          <input className={fieldClass} name="models" placeholder={say("credit-pd, overdraft-pd")} autoComplete="off" />
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Days until it expires")}</span>
          <input className={fieldClass} name="days" type="number" min={1} max={366} defaultValue={90} required />
        </label>
        <div className="flex items-end">
          <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
            {say("Make it")}
          </button>
        </div>
        <div aria-live="polite" className="sm:col-span-2">
          <Secret made={made} />
          <ProblemNote problem={problem} />
        </div>
      </form>
    </details>
  );
}
