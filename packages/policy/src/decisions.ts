import type { DecisionAct, DecisionFact, EvaluateInput } from "./evaluate-input.ts";
import type { Reason } from "./reasons.ts";
import type { PolicyDocument, Role, SignOff } from "./types.ts";
import type { CountedDecision, SignOffCount } from "./verdict.ts";

/** The sign-off that a positive act counts towards; null for the others. */
export function sideOf(act: DecisionAct): SignOff["act"] | null {
  if (act === "recommend") return "recommend";
  return act === "approve" || act === "approve_with_conditions" ? "approve" : null;
}

/** Acts that a policy asks of a role: rejecting is the approvers', asking for changes is every signer's. */
export function actsOf(policy: Pick<PolicyDocument, "signOffs">, role: Role): DecisionAct[] {
  const sides = policy.signOffs.filter((signOff) => signOff.role === role).map((signOff) => signOff.act);
  return [
    ...(sides.includes("recommend") ? (["recommend"] as const) : []),
    ...(sides.includes("approve") ? (["approve", "approve_with_conditions", "reject"] as const) : []),
    ...(sides.length > 0 ? (["request_changes"] as const) : []),
  ];
}

/** The sign-off in which somebody holding these roles gives a decision: that of its side first, then any of theirs. */
export const signOffFor = (
  policy: Pick<PolicyDocument, "signOffs">,
  held: readonly string[],
  act: DecisionAct,
): SignOff | undefined => {
  const theirs = policy.signOffs.filter((signOff) => held.includes(signOff.role));
  return theirs.find((signOff) => (signOff.act === "recommend") === (act === "recommend")) ?? theirs[0];
};

/** A policy has words for what it asks for; dissent it asks of nobody, so these are everybody's. */
const dissents: Partial<Record<DecisionAct, string>> = {
  request_changes: "I ask for changes: as it stands, I do not support the approval of this version.",
  reject: "I reject this version: it is not to be approved in this review.",
};

/** The printed meaning of a signature (21 CFR 11.50(a)(3)): that of the sign-off for what it asks for, and dissent has its own. */
export const meaningOf = (signOff: SignOff | undefined, act: DecisionAct): string =>
  dissents[act] ?? signOff?.meaning ?? "";

/** The lowest tier alone may let people sign what they built; everywhere else a policy that says so is not followed. */
export const contributorsMaySign = (policy: PolicyDocument, tier: string | null): boolean =>
  policy.separation.contributorsMaySign && tier === "T4";

/** Every decision that stands, with the reason why it does not count, if so. Order of the input does not matter. */
export function countDecisions(policy: PolicyDocument, input: EvaluateInput): CountedDecision[] {
  const standing = input.decisions.filter((decision) => decision.state === "valid");
  const built = contributorsMaySign(policy, input.model.tier)
    ? []
    : input.version.contributors.map((contributor) => contributor.person);
  return standing.map((decision) => {
    const kind = discount(policy, input, decision, built, standing);
    const { person, role, act } = decision;
    return { person, role, act, discounted: kind && { kind, person, role, act } };
  });
}

type DiscountKind = Extract<Reason["kind"], `decision_${string}`>;

function discount(
  policy: PolicyDocument,
  { rolesInForce, activePeople, round, conditions }: EvaluateInput,
  decision: DecisionFact,
  built: readonly (string | null)[],
  standing: readonly DecisionFact[],
): DiscountKind | null {
  const { person, role, act } = decision;
  const side = sideOf(act);
  if (!activePeople.includes(person)) return "decision_by_inactive";
  if (!Object.hasOwn(rolesInForce, person) || !rolesInForce[person]?.includes(role)) return "decision_without_role";
  if (built.includes(person)) return "decision_by_contributor";
  if (!actsOf(policy, role).includes(act)) return "decision_not_asked";
  if (decision.evidenceSha256 !== round?.evidenceSha256) return "decision_on_other_evidence";
  if (side === null) return null;
  // One capacity each, whichever came first: a person who signed in two counts in neither (quorums count people).
  if (
    standing.some(
      (other) =>
        other.person === person && sideOf(other.act) !== null && (other.role !== role || sideOf(other.act) !== side),
    )
  ) {
    return "decision_in_two_capacities";
  }
  if (decision.conditionsSha256 !== (conditions?.sha256 ?? null)) return "decision_on_other_conditions";
  if (side === "approve" && (act === "approve_with_conditions") !== (conditions !== null))
    return "decision_on_other_conditions";
  return null;
}

/** How many different people have given each sign-off of the policy. A malformed count is never met. */
export function countSignOffs(policy: PolicyDocument, decisions: readonly CountedDecision[]): SignOffCount[] {
  return policy.signOffs.map(({ role, act, count }) => {
    const people = decisions
      .filter((one) => one.discounted === null && one.role === role && sideOf(one.act) === act)
      .map((one) => one.person);
    return {
      role,
      act,
      have: new Set(people).size,
      need: Number.isSafeInteger(count) && count >= 1 ? count : Number.MAX_SAFE_INTEGER,
    };
  });
}

/** What the decisions leave in the way: missing sign-offs, dissent, and signatures that do not count. */
export function decisionReasons(decisions: readonly CountedDecision[], missing: readonly SignOffCount[]): Reason[] {
  const dissent = decisions.flatMap(({ discounted, person, role, act }): Reason[] => {
    if (discounted || sideOf(act) !== null) return [];
    return [{ kind: act === "reject" ? "rejected" : "changes_requested", person, role, act }];
  });
  const absent = missing.map(({ role, act, have, need }): Reason => ({
    kind: act === "recommend" ? "recommendation_missing" : "approval_missing",
    role,
    have,
    need,
  }));
  // A signature that does not count stands in the way only while somebody's is missing: it says why.
  const discounted = missing.length === 0 ? [] : decisions.flatMap((decision) => decision.discounted ?? []);
  return [...dissent, ...absent, ...discounted];
}
