import type { Role } from "@countersign/domain";
import { Moment, Section, buttonClass, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import Link from "next/link";
import { KeysButton } from "../../client/keys.tsx";
import { words } from "../../help/words.ts";
import { roleSentences } from "../../people/words.ts";
import { api } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Help") };
}

/** What the words mean, who does what, and the keys: in place of a manual beside the product. */
export default async function HelpPage() {
  const caller = await api("/help");
  const { you, roles } = await caller.me({});
  const practice = await caller.practice.standing({});
  const say = await requestSay();
  const all = Object.entries(roleSentences) as [Role, string][];
  return (
    <Shell current="help" you={you} roles={roles}>
      <div className={sheetClass}>
        <h1 className="font-serif text-[27px] font-[600]">{say("Help")}</h1>
        <p className="mt-1 mb-6 max-w-[68ch] text-ink-2">
          {say(
            "Where a button is closed, the reason stands under it with who can change it. What is written here are the words that all pages use.",
          )}
        </p>
        <Section
          id="words"
          folio="1"
          title={say("Words")}
          summary={say("{n} terms, one meaning each", { n: words.length })}
        >
          <dl>
            {words.map(({ id, word, means }) => (
              <div
                key={id}
                id={id}
                className="scroll-mt-20 border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4"
              >
                <dt className="font-[650]">{say(word)}</dt>
                <dd className="max-w-[68ch] text-ink-2">{say(means)}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="roles" folio="2" title={say("Roles")} summary={say("yours are marked")}>
          <dl>
            {all.map(([role, does]) => (
              <div key={role} className="border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4">
                <dt className={roles.includes(role) ? "font-[650] text-accent" : "font-[650]"}>
                  {say.term(role).replace(/^./, (first) => first.toUpperCase())}
                  {roles.includes(role) && <span className="font-normal"> {say("(yours)")}</span>}
                </dt>
                <dd className="max-w-[68ch] text-ink-2">{say(does).replace(/^./, (first) => first.toUpperCase())}.</dd>
              </div>
            ))}
          </dl>
        </Section>
        {practice.may && (
          <Section
            id="practice"
            folio="3"
            title={say("Practice")}
            summary={
              practice.practisedAt
                ? say.rich("you practised {day}", { day: <Moment iso={practice.practisedAt} withTime={false} /> })
                : say("not practised yet")
            }
          >
            <p className="max-w-[68ch] text-ink-2">
              {say(
                "A made-up version with a planted defect, on the page of a review: read it, decide, sign, and be told what there was to find. About three minutes; nothing of it is recorded, and it can be repeated.",
              )}
            </p>
            <p className="mt-2">
              <Link className={buttonClass()} href="/practice">
                {say("Practise a decision")}
              </Link>
            </p>
          </Section>
        )}
        <Section id="keys" folio={practice.may ? "4" : "3"} title={say("Keys")}>
          <KeysButton />
        </Section>
        <Section id="without-us" folio={practice.may ? "5" : "4"} title={say("Without us")}>
          <p className="max-w-[68ch] text-ink-2">
            {say.rich(
              "What is exported verifies on any machine: drop a bundle or a certificate on <page>Verify</page>, or use <code>countersign verify FILE --trust KEY</code>. No server is asked.",
              {
                page: (inside) => (
                  <Link className="link" href="/verify">
                    {inside}
                  </Link>
                ),
                code: (inside) => <code>{inside}</code>,
              },
            )}
          </p>
        </Section>
      </div>
    </Shell>
  );
}
