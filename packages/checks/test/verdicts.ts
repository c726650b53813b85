import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type JudgedCheck, judge, parsePolicy, type PolicyDocument } from "@countersign/policy";
import { parse } from "yaml";
import { runSuite } from "../src/index.ts";
import { story, storiesFolder } from "./stories.ts";

const policies = fileURLToPath(new URL("../../domain/data/policies/", import.meta.url));
const allowlist = fileURLToPath(new URL("../data/pickle-allowlist.json", import.meta.url));

/** A policy that the demo publishes. */
export function seedPolicy(file: string): PolicyDocument {
  const parsed = parsePolicy(parse(readFileSync(policies + file, "utf8")) as unknown);
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.policy;
}

/** Every version of the four stories: the policy in force, and the version in production when it came. */
export const versions: readonly { story: string; label: string; policy: string; production?: string; test?: string }[] =
  [
    { story: "credit", label: "1.0", policy: "credit-pd-production.yaml" },
    { story: "credit", label: "1.1", policy: "credit-pd-production.yaml", production: "1.0" },
    { story: "credit", label: "1.2", policy: "credit-pd-production.yaml", production: "1.1" },
    { story: "credit", label: "2.0", policy: "credit-pd-production.yaml" },
    { story: "clinical", label: "1.0", policy: "lesion-triage-production.1.yaml" },
    { story: "clinical", label: "1.1", policy: "lesion-triage-production.2.yaml" },
    { story: "credit-real", label: "1.0", policy: "german-credit-production.yaml" },
    { story: "regression", label: "1.0", policy: "t4-regression-production.yaml" },
  ];

/** Runs everything that the policy asks for on the real files, and judges it. */
export async function judgedVersion({
  story: name,
  label,
  policy: file,
  production,
}: (typeof versions)[number]): Promise<JudgedCheck[]> {
  const policy = seedPolicy(file);
  const champion = production === undefined ? {} : { champion: { label: production, ...story(name, production) } };
  const input = { ...story(name, label), ...champion, allowlist, advisories: `${storiesFolder}credit/advisories.json` };
  const results = await runSuite(
    input,
    policy.checks.map(({ check, params }) => ({ check, ...(params ? { params } : {}) })),
    { signal: AbortSignal.timeout(240_000) },
  );
  return policy.checks.map((rule, i) => judge(rule, results[i]));
}
