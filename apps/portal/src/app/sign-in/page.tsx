import { Icon } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import Link from "next/link";
import { Outside } from "../../server/outside.tsx";
import { SignInForm } from "./form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Sign in") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; error?: string }>;
}) {
  const { next, error } = await searchParams;
  const say = await requestSay();
  // Only a path of our own: an address elsewhere would make this page a springboard.
  const target = next?.startsWith("/") && !next.startsWith("//") ? next : "/inbox";
  return (
    <Outside
      foot={
        <p className="max-w-[400px]">
          <b className="font-[650] text-ink-2">{say("Cannot sign in?")}</b>{" "}
          {say(
            "An administrator of this instance gives you a link that sets a new password. Who they are is not told here: ask the people you work with, or whoever invited you.",
          )}
        </p>
      }
    >
      <h1 className="font-serif text-[27px] font-[600]">{say("Sign in")}</h1>
      <p className="mt-1 mb-5 text-ink-2">
        {say("Where models get approved, by people, on evidence that anyone can check.")}
      </p>
      <SignInForm target={target} refused={error} />
      <p className="mt-6 border-t border-hair pt-4 text-[14px]">
        <Icon name="verify" className="mr-1.5 -mt-0.5 size-4" />
        <Link className="link" href="/verify">
          {say("Verify an evidence bundle")}
        </Link>
        <span className="block text-muted">{say("No account needed. Nothing leaves your browser.")}</span>
      </p>
    </Outside>
  );
}
