import { rows } from "@countersign/db";
import {
  parsePolicy,
  permissions,
  type PolicyDocument,
  policyDifferences,
  type PolicyDraft,
} from "@countersign/domain";
import { readYaml } from "@countersign/domain/yaml";
import { msg, type PlaceProblem, saidProblem } from "@countersign/words";
import { z } from "zod";
import type { Deps } from "../kernel/deps.ts";
import { defineQuery } from "../kernel/query.ts";
import { keyText } from "../kernel/texts.ts";
import { dryRun } from "./dry-run.ts";
import { policyDocument } from "./pinned.ts";
import { unknownToChecks } from "./unknown-to-checks.ts";

/** Addresses of the portal that stand where a policy's key does. */
const addresses: readonly string[] = ["new"];

/** A document as a policy that this instance can carry out, or every problem of it with its place. */
export function readDraft(
  document: unknown,
  checks: Deps["checks"],
): { ok: true; policy: PolicyDocument } | { ok: false; problems: PlaceProblem[] } {
  const parsed = parsePolicy(document);
  if (!parsed.ok) return parsed;
  const problems = unknownToChecks(parsed.policy, checks);
  if (addresses.includes(parsed.policy.key))
    problems.push({
      path: "key",
      text: msg("is {key}, which is an address of the portal: choose another"),
      values: { key: parsed.policy.key },
    });
  return problems.length > 0 ? { ok: false, problems } : parsed;
}

/** A draft as YAML, tried on the reviews of the workspace without being proposed. Writes nothing. */
export const policyDraft = defineQuery({
  name: "policy.draft",
  input: z.strictObject({ workspace: keyText.default("default"), source: z.string().max(200_000) }),
  roles: permissions["policy.publish"].roles,
  async see({ reader }, input) {
    const [workspace] = await rows(reader, "workspace", { key: input.workspace });
    return workspace ? { workspaceId: workspace.id } : null;
  },
  async run({ reader, deps, at, say }, { workspaceId }, { source }): Promise<PolicyDraft> {
    const yaml = readYaml(source, say);
    if (!yaml.ok) return { ok: false, problems: [{ line: yaml.line, path: "", text: yaml.text }] };
    const read = readDraft(yaml.value, deps.checks);
    if (!read.ok)
      return {
        ok: false,
        problems: read.problems.map((problem) => ({
          line: yaml.lineOf(problem.path.split(".")),
          ...saidProblem(say, problem),
        })),
      };
    const draft = read.policy;
    const [policy] = await rows(reader, "policy", { workspace_id: workspaceId, key: draft.key });
    const [standing] = policy
      ? await rows(reader, "policy_revision", { policy_id: policy.id, state: "published" })
      : [];
    return {
      ok: true,
      document: draft,
      dryRun: await dryRun(reader, { workspaceId, draft, at }, say),
      differences: standing
        ? { against: standing.number, list: policyDifferences(await policyDocument(reader, standing), draft) }
        : null,
    };
  },
});
