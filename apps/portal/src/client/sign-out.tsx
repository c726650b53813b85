"use client";

import { useSay } from "@countersign/ui/say";
import { signOut } from "next-auth/react";

export function SignOut() {
  const say = useSay();
  return (
    <button
      type="button"
      className="inline-flex min-h-8 shrink-0 cursor-pointer items-center text-[13px] text-accent underline underline-offset-2 max-sm:min-h-11"
      onClick={() => void signOut({ callbackUrl: "/sign-in" })}
    >
      {say("Sign out")}
    </button>
  );
}
