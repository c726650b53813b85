import { Brand } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import Link from "next/link";
import { claimedLogKey } from "../../server/log-key.ts";
import { hasSamples } from "../../server/samples.ts";
import { Verifier } from "../../verify/verifier.tsx";

/** How the command line verifies, and the option that may not be torn apart. */
const independently = ["countersign verify evidence.zip ", "--trust VKEY"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Verify") };
}

export default async function VerifyPage() {
  const say = await requestSay();
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:bg-surface focus:px-3 focus:py-2"
      >
        {say("Skip to content")}
      </a>
      <header className="flex h-[52px] items-center border-b border-hair bg-canvas px-5">
        <Link href="/inbox" className="flex min-h-11 items-center">
          <Brand />
        </Link>
        <Link href="/sign-in" className="link ml-auto">
          {say("Sign in")}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-3xl px-5 py-8">
        <h1 className="font-serif text-[27px] font-[600]">{say("Verify")}</h1>
        <p className="mt-1 max-w-[68ch]">
          {say.rich(
            "Check an evidence bundle: what was decided, by whom, on what evidence, and that nothing of it was changed. Your browser does the work. Nothing is uploaded, and no account is needed. This page is the operator’s own; <link>the command line</link> is the independent way.",
            {
              link: (inside) => (
                <a className="link" href="#independent">
                  {inside}
                </a>
              ),
            },
          )}
        </p>
        <Verifier claim={await claimedLogKey()} samples={await hasSamples()} />
        <section className="mt-8 border-t border-rule pt-3" aria-labelledby="independent">
          <h2 id="independent" className="font-serif text-[18px] font-[600]">
            {say("Do not trust this page?")}
          </h2>
          <p className="mt-1 max-w-[68ch]">
            {say(
              "You should not have to: it comes from the operator of the very log that it checks. The same verifier is a small program that needs no server, no network and no account. Run it on your own machine, with a key that you did not get here.",
            )}
          </p>
          <pre className="mt-2 whitespace-pre-wrap border border-hair bg-sunken px-3 py-2 font-mono text-[13px]">
            {independently[0]}
            <span className="whitespace-nowrap">{independently[1]}</span>
          </pre>
        </section>
      </main>
    </>
  );
}
