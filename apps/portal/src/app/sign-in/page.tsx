import Link from "next/link";
import { Rosette } from "@countersign/ui";
import type { Metadata } from "next";
import { SignInForm } from "./form.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; error?: string }>;
}) {
  const { next, error } = await searchParams;
  // Only a path of our own: an address elsewhere would make this page a springboard.
  const target = next?.startsWith("/") && !next.startsWith("//") ? next : "/inbox";
  return (
    <main className="mx-auto grid min-h-dvh max-w-4xl content-center gap-10 px-5 py-12 md:grid-cols-2">
      <div className="self-center">
        <Rosette className="size-14" />
        <h1 className="mt-4 font-serif text-[32px] leading-tight font-[600]">Countersign</h1>
        <p className="mt-2 max-w-[36ch] font-serif text-[18px] text-ink-2">
          Where machine-learning models get approved, by people, on evidence that anyone can check.
        </p>
        <p className="mt-6 text-[14px]">
          Have an evidence bundle?{" "}
          <Link className="link" href="/verify">
            Verify it
          </Link>{" "}
          without signing in.
        </p>
      </div>
      <SignInForm target={target} refused={error} />
    </main>
  );
}
