"use client";

import { buttonClass, fieldClass, Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { useActionState, useState } from "react";

const labels = {
  name: msg("Your name, as it is printed beside signatures"),
  email: msg("E-mail address"),
  password: msg("Password, 12 characters or more"),
};
const kinds = { name: "text", email: "email", password: "password" };

/** A form behind a one-time link. */
export function LinkForm({
  token,
  action,
  fields,
  word,
}: {
  token: string;
  action: (before: string, form: FormData) => Promise<string>;
  fields: (keyof typeof labels)[];
  word: string;
}) {
  const say = useSay();
  const [problem, run, busy] = useActionState(action, "");
  // Held here: a form's action empties the fields it does not hold, also when it was refused.
  const [typed, setTyped] = useState<Partial<typeof labels>>({});
  return (
    <form action={run} className="grid gap-3 border border-t-[3px] border-hair border-t-accent bg-surface p-5">
      <input type="hidden" name="token" value={token} />
      {fields.map((field) => (
        <label key={field} className="block">
          <span className="mb-1 block font-[550]">{say(labels[field])}</span>
          <input
            className={fieldClass}
            name={field}
            value={typed[field] ?? ""}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
            type={kinds[field]}
            autoComplete={field === "password" ? "new-password" : field}
            minLength={field === "password" ? 12 : 1}
            required
          />
        </label>
      ))}
      <div aria-live="polite">{problem && <Note tone="fail">{problem}</Note>}</div>
      <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
        {word}
      </button>
    </form>
  );
}
