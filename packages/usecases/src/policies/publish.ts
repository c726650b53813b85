import { rows } from "@countersign/db";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { keyText } from "../kernel/texts.ts";
import { readDraft } from "./draft.ts";
import { dryRun } from "./dry-run.ts";

/**
 * Proposes a revision of a policy from its document. Nothing changes until a second person confirms it, who finds a dry
 * run of exactly this document with it: it is made here, and its digest is in the proposal's event.
 */
export const publishPolicy = command({
  name: "policy.publish",
  input: z.strictObject({ workspace: keyText.default("default"), document: z.record(z.string(), z.unknown()) }),
  async load(run, input) {
    const [workspace] = await rows(run.tx, "workspace", { key: input.workspace });
    return workspace ? { workspaceId: workspace.id, target: String(input.document["key"] ?? "").slice(0, 100) } : null;
  },
  async run(run, { workspaceId }, input) {
    const read = readDraft(input.document, run.deps.checks);
    if (!read.ok) return run.refuse({ kind: "invalid_input", problems: read.problems });
    const { policy } = read;
    const by = personOf(run);
    const [standing] = await rows(run.tx, "policy", { workspace_id: workspaceId, key: policy.key });
    const policyId = standing?.id ?? run.deps.id("pol");
    await run.lock(`policy:${policyId}`);
    if (!standing) {
      await run.insert("policy", { id: policyId, workspace_id: workspaceId, key: policy.key, created_at: run.at });
      run.record("policy.created", `policy:${policyId}`);
    }
    const earlier = await rows(run.tx, "policy_revision", { policy_id: policyId });
    const id = run.deps.id("prv");
    const sha256 = await run.keep(policy);
    await run.insert("policy_revision", {
      id,
      policy_id: policyId,
      workspace_id: workspaceId,
      number: earlier.length + 1,
      sha256,
      state: "proposed",
      proposed_by: by,
      confirmed_by: null,
      proposed_at: run.at,
      published_at: null,
      ended_at: null,
    });
    const tried = await dryRun(run.tx, { workspaceId, draft: policy, at: run.at });
    run.record("policy.proposed", `policy:${policyId}`, { dry_run: await run.keep(tried) });
    return { revisionId: id, policy: policy.key, number: earlier.length + 1, sha256, state: "proposed" };
  },
});
