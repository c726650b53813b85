import { sheetClass } from "@countersign/ui";
import example from "@countersign/domain/policies/t2-binary-production.yaml";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { PolicyDraftForm } from "../../../client/policy-draft.tsx";
import { begunFrom } from "../../../policy/template.ts";
import { requireAccess } from "../../../server/access.ts";
import { api } from "../../../server/caller.ts";
import { Crumbs } from "../../../server/crumbs.tsx";
import { Shell } from "../../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestSay())("New policy") };
}

/** A policy under a key that there is not yet: the first of an instance, or another. */
export default async function NewPolicyPage() {
  const caller = await api("/policies/new");
  await requireAccess("policy-draft");
  const { you, roles } = await caller.me({});
  const say = await requestSay();
  const taken = (await caller.policy.list({})).map(({ key }) => key);
  return (
    <Shell current="policies" you={you} roles={roles}>
      <div className={sheetClass}>
        <Crumbs steps={[[say("Policies"), "/policies"], [say("New")]]} />
        <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">{say("New policy")}</h1>
        <p className="mt-1 mb-4 max-w-[68ch] text-ink-2">
          {say(
            "It begins with an example. Give it a key and a title, say what it applies to, and set its limits. A second person confirms it before it judges anything.",
          )}
        </p>
        <PolicyDraftForm policyKey="new" source={begunFrom(example, taken)} />
      </div>
    </Shell>
  );
}
