import type { Role } from "@countersign/domain";
import { Section } from "@countersign/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { KeysButton } from "../../client/keys.tsx";
import { words } from "../../help/words.ts";
import { plainRole, roleSentences } from "../../people/words.ts";
import { api } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

export const metadata: Metadata = { title: "Help" };

/** What the words mean, who does what, and the keys: in place of a manual beside the product. */
export default async function HelpPage() {
  const { you, roles } = await (await api("/help")).me({});
  const all = Object.entries(roleSentences) as [Role, string][];
  return (
    <Shell current="help" you={you} roles={roles}>
      <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
        <h1 className="font-serif text-[27px] font-[600]">Help</h1>
        <p className="mt-1 mb-6 max-w-[68ch] text-ink-2">
          Where a button is closed, the reason stands under it with who can change it. What is written here are the
          words that all pages use.
        </p>
        <Section id="words" folio="1" title="Words" summary={`${words.length} terms, one meaning each`}>
          <dl>
            {words.map(({ id, word, means }) => (
              <div
                key={id}
                id={id}
                className="scroll-mt-20 border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4"
              >
                <dt className="font-[650]">{word}</dt>
                <dd className="max-w-[68ch] text-ink-2">{means}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="roles" folio="2" title="Roles" summary="yours are marked">
          <dl>
            {all.map(([role, does]) => (
              <div key={role} className="border-b border-hair py-2 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-4">
                <dt className={roles.includes(role) ? "font-[650] text-accent" : "font-[650]"}>
                  {plainRole(role).replace(/^./, (first) => first.toUpperCase())}
                  {roles.includes(role) && <span className="font-normal"> (yours)</span>}
                </dt>
                <dd className="max-w-[68ch] text-ink-2">{does.replace(/^./, (first) => first.toUpperCase())}.</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="keys" folio="3" title="Keys">
          <KeysButton />
        </Section>
        <Section id="without-us" folio="4" title="Without us">
          <p className="max-w-[68ch] text-ink-2">
            What is exported verifies on any machine: drop a bundle or a certificate on{" "}
            <Link className="link" href="/verify">
              Verify
            </Link>
            , or use <code>countersign verify FILE --trust KEY</code>. No server is asked.
          </p>
        </Section>
      </div>
    </Shell>
  );
}
