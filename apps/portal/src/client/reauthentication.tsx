"use client";

import { fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";

const words = {
  signature: msg("Your password, for this signature"),
  confirmation: msg("Your password, for this confirmation"),
};

/**
 * Where somebody proves who they are for one act (21 CFR 11.200(a)(1)): in the form of the act itself, so that what
 * they wrote stays. Every signature has this field and no other; a passkey's assertion takes the password's place here.
 */
export function Reauthentication({ of }: { of: keyof typeof words }) {
  const say = useSay();
  return (
    <label className="block grow">
      <span className="mb-1 block font-[550]">{say(words[of])}</span>
      <input className={fieldClass} name="password" type="password" autoComplete="current-password" required />
    </label>
  );
}

/** What the person gave, as part of the act's input. It is taken out of the form: no second act has it. */
export function takeProof(form: HTMLFormElement): { password: string } {
  const field = form.elements.namedItem("password");
  if (!(field instanceof HTMLInputElement)) throw new Error("a form that is signed has a field for it");
  const password = field.value;
  field.value = "";
  return { password };
}
