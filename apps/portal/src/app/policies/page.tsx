import { isPermitted } from "@countersign/domain";
import { buttonClass, Chip, Empty, Moment, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import Link from "next/link";
import { appliesWords } from "../../policy/words.ts";
import { api, orNotFound } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestSay())("Policies") };
}

export default async function PoliciesPage() {
  const caller = await api("/policies");
  const policies = await orNotFound(caller.policy.list({}));
  const { you, roles } = await caller.me({});
  const proposes = isPermitted("policy.publish", "user", roles);
  const say = await requestSay();
  const waiting = policies.filter((policy) => policy.proposed !== null).length;
  return (
    <Shell current="policies" you={you} roles={roles}>
      <div className={sheetClass}>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <h1 className="grow font-serif text-[27px] font-[600]">
            {say("Policies")}{" "}
            <span className="ml-2 inline-block font-sans text-[15px] font-normal text-balance text-muted max-sm:ml-0">
              {say("{n, plural, one {# policy} other {# policies}}", { n: policies.length })}
              {waiting > 0 ? `, ${say("{n} with a revision to confirm", { n: waiting })}` : ""}
            </span>
          </h1>
          {proposes && (
            <Link className={buttonClass()} href="/policies/new">
              {say("New policy")}
            </Link>
          )}
        </div>
        <p className="mt-1 mb-5 max-w-[68ch] text-ink-2">
          {say(
            "What a version must show before it is approved, and who signs. A revision is proposed by one person and confirmed by a second; open reviews keep the revision they began with.",
          )}
        </p>
        {policies.length === 0 && (
          <Empty title={say("There is no policy yet")}>
            {say("Without one nothing can be approved.")}{" "}
            {proposes
              ? say.rich("Begin with an example: <new>New policy</new>.", {
                  new: (inside) => (
                    <Link className="link" href="/policies/new">
                      {inside}
                    </Link>
                  ),
                })
              : say("A model risk manager or compliance officer writes it, and another confirms it.")}
          </Empty>
        )}
        <ul className="border-t border-rule">
          {policies.map((policy) => (
            <li key={policy.key} className="border-b border-hair py-row">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link href={`/policies/${policy.key}`} className="font-[650] hover:underline">
                  {policy.title}
                </Link>
                <code className="font-mono text-[13px] text-muted">{policy.key}</code>
                {policy.proposed && (
                  <Link href={`/policies/${policy.key}?revision=${policy.proposed.number}`}>
                    <Chip tone="change" icon="half">
                      {say("Revision {n} to confirm", { n: policy.proposed.number })}
                    </Chip>
                  </Link>
                )}
                <span className="ml-auto text-[13px] text-muted max-sm:ml-0 max-sm:basis-full">
                  {policy.published ? (
                    <>
                      {say("revision {n} in force", { n: policy.published.number })}
                      {policy.published.publishedAt && (
                        <>
                          {" "}
                          {say.rich("since {day}", {
                            day: <Moment iso={policy.published.publishedAt} withTime={false} />,
                          })}
                        </>
                      )}
                    </>
                  ) : (
                    say("not in force")
                  )}
                </span>
              </p>
              <p className="text-ink-2">
                {appliesWords(say, policy.appliesTo)}{" "}
                <span className="text-muted">
                  {say("{n, plural, one {# open review} other {# open reviews}}.", { n: policy.openReviews })}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Shell>
  );
}
