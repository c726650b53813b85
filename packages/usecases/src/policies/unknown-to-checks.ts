import type { CheckCatalogue, ParamsShape, PolicyCheck, PolicyDocument } from "@countersign/domain";
import { msg, type PlaceProblem } from "@countersign/words";
import { z } from "zod";
import { plainly, toldIssue } from "../kernel/plain-issue.ts";
import { nearest } from "./nearest.ts";

const most = 20;

/**
 * What a policy asks of checks that no check can do: a check that does not exist, a parameter that its check does not take.
 * Its runs would end in error and block every review, so the policy is refused while it is still a draft.
 */
export function unknownToChecks(policy: PolicyDocument, catalogue: CheckCatalogue): PlaceProblem[] {
  return policy.checks.flatMap((rule, index) => problemsOf(rule, `checks.${index}`, catalogue)).slice(0, most);
}

function problemsOf(rule: PolicyCheck, path: string, catalogue: CheckCatalogue): PlaceProblem[] {
  const shape = Object.hasOwn(catalogue, rule.check) ? catalogue[rule.check] : undefined;
  if (!shape)
    return [
      {
        path: `${path}.check`,
        text: msg("is {check}, and there is no such check; {nearest}"),
        values: { check: rule.check, nearest: nearest(rule.check, Object.keys(catalogue)) },
      },
    ];
  const parsed = z
    .fromJSONSchema(shape as Parameters<typeof z.fromJSONSchema>[0])
    .safeParse(rule.params ?? {}, plainly);
  return (parsed.error?.issues ?? []).flatMap((issue): PlaceProblem[] => {
    const place = [path, "params", ...issue.path].join(".");
    if (issue.code !== "unrecognized_keys")
      return [
        {
          path: place,
          text: msg("{problem} ({check})"),
          values: { problem: toldIssue(issue), check: rule.check },
        },
      ];
    const known = namesAt(shape, issue.path);
    return issue.keys.map((key) => ({
      path: `${place}.${key.slice(0, 100)}`,
      text: msg("is not known to {check}; {nearest}"),
      values: { check: rule.check, nearest: nearest(key, known) },
    }));
  });
}

/** The keys that may stand at a place of the parameters. */
function namesAt(shape: ParamsShape, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  if (shape.anyOf) return shape.anyOf.flatMap((form) => namesAt(form, path));
  if (step === undefined) return Object.keys(shape.properties ?? {});
  const inner = typeof step === "number" ? shape.items : shape.properties?.[String(step)];
  return inner ? namesAt(inner, rest) : [];
}
