"use client";

import { signOut } from "next-auth/react";

export function SignOut() {
  return (
    <button
      type="button"
      className="mt-1 cursor-pointer text-accent underline underline-offset-2"
      onClick={() => void signOut({ callbackUrl: "/sign-in" })}
    >
      Sign out
    </button>
  );
}
