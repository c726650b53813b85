import { jcs } from "@countersign/canonical";
import type { PolicyDocument } from "./types.ts";

export interface PolicyDifference {
  /** Where, as a reader finds it: `checks perf.roc_auc limits`. */
  where: string;
  /** Canonical JSON (RFC 8785) of what stood there, null where nothing did: the order of fields is no difference. */
  before: string | null;
  after: string | null;
}

/** A policy as one line per rule: checks by their id and parameter, sign-offs by role and act, the rest by field. */
function lines(document: PolicyDocument): Map<string, string> {
  const { checks, signOffs, ...rest } = document;
  const found = new Map<string, string>();
  const put = (where: string, value: object): void => {
    for (const [field, inner] of Object.entries(value))
      if (inner !== undefined) found.set(`${where}${field}`, jcs(inner));
  };
  put("", rest);
  for (const { check, params = {}, ...rule } of checks) {
    put(`checks ${check} `, rule);
    put(`checks ${check} params `, params);
  }
  for (const { role, act, ...rule } of signOffs) put(`signOffs ${role} ${act} `, rule);
  return found;
}

/** What differs between two revisions of a policy, what stood there before in its order, then what is new. */
export function policyDifferences(before: PolicyDocument, after: PolicyDocument): PolicyDifference[] {
  const [old, now] = [lines(before), lines(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((where) => old.get(where) !== now.get(where))
    .map((where) => ({ where, before: old.get(where) ?? null, after: now.get(where) ?? null }));
}
