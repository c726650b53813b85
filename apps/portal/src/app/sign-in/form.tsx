"use client";

import { buttonClass, fieldClass, Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { signIn } from "next-auth/react";
import { useState } from "react";

const words: Record<string, string> = {
  wrong: msg("Address or password is wrong."),
  locked: msg("After five failures this account is locked for 15 minutes. An administrator can issue a new password."),
  too_many: msg("Too many attempts from here. Wait five minutes."),
  away: msg("The database cannot be reached. Try again in a moment."),
};

export function SignInForm({ target, refused }: { target: string; refused: string | undefined }) {
  const say = useSay();
  const [problem, setProblem] = useState(refused ? say(words[refused] ?? "Sign in again.") : "");
  const [busy, setBusy] = useState(false);
  const submit = async (form: FormData): Promise<void> => {
    setBusy(true);
    const answer = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    }).catch(() => null);
    if (answer?.ok && !answer.error) {
      window.location.assign(target);
      return;
    }
    setBusy(false);
    setProblem(
      answer
        ? say(words[answer.error ?? ""] ?? "You could not be signed in. Try again.")
        : say("The server cannot be reached. Try again in a moment."),
    );
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <label className="block">
        <span className="mb-1 block font-[550]">{say("E-mail address")}</span>
        <input className={fieldClass} name="email" type="email" autoComplete="username" required />
      </label>
      <label className="mt-3 block">
        <span className="mb-1 block font-[550]">{say("Password")}</span>
        <input className={fieldClass} name="password" type="password" autoComplete="current-password" required />
      </label>
      <div aria-live="polite" className="mt-3">
        {problem && <Note tone="fail">{problem}</Note>}
      </div>
      <button type="submit" aria-disabled={busy} className={`mt-4 w-full ${buttonClass("primary")}`}>
        {say(busy ? "Signing in…" : "Sign in")}
      </button>
      <p className="mt-3 text-[13px] text-muted">{say("Your password is asked for again at each signature.")}</p>
    </form>
  );
}
