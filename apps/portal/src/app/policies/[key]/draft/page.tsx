import { sheetClass } from "@countersign/ui";
import { parsePolicy } from "@countersign/domain";
import { writeYaml } from "@countersign/domain/yaml";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PolicyDraftForm } from "../../../../client/policy-draft.tsx";
import { requireAccess } from "../../../../server/access.ts";
import { api, orNotFound } from "../../../../server/caller.ts";
import { Crumbs } from "../../../../server/crumbs.tsx";
import { Shell } from "../../../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestSay())("Policy draft") };
}

/** A next revision, begun from the one in force. */
export default async function PolicyDraftPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const view = await orNotFound((await api(`/policies/${key}/draft`)).policy.view({ policy: decodeURIComponent(key) }));
  await requireAccess("policy-draft");
  if (!view.you.propose) notFound();
  // Stored in the canonical order of RFC 8785; edited in the order in which the format is written.
  const say = await requestSay();
  const written = parsePolicy(view.document);
  return (
    <Shell current="policies" you={view.you.person} roles={view.you.roles}>
      <div className={sheetClass}>
        <Crumbs steps={[[say("Policies"), "/policies"], [view.key, `/policies/${view.key}`], [say("Draft")]]} />
        <h1 className="mb-4 font-serif text-[27px] leading-[1.18] font-[600] text-balance">
          {view.document.title}
          <span className="font-normal text-muted"> · {say("draft of a next revision")}</span>
        </h1>
        <PolicyDraftForm policyKey={view.key} source={writeYaml(written.ok ? written.policy : view.document)} />
      </div>
    </Shell>
  );
}
