import { actsOf, contributorsMaySign, sideOf } from "./decisions.ts";
import { evaluate } from "./evaluate.ts";
import type { DecisionAct, EvaluateInput } from "./evaluate-input.ts";
import type { Obstacle } from "./obstacles.ts";
import type { Reason } from "./reasons.ts";
import type { PolicyDocument, Role } from "./types.ts";

export interface Asking {
  person: string;
  /** The capacity in which they would sign. */
  role: Role;
  act: DecisionAct;
}

/** `reason` is the first obstacle, the one to show; `obstacles` are all of them. */
export type Eligibility = { ok: true } | { ok: false; reason: Obstacle; obstacles: Obstacle[] };

/**
 * Whether a person may take a decision now: the same answer for the command and for the button. Whether they have read
 * every section is asked elsewhere. A reason against approval closes approving and recommending, never dissent.
 */
export function mayDecide(input: EvaluateInput, asking: Asking): Eligibility {
  const obstacles = input.policy ? obstaclesOf(input.policy, input, asking) : nobody(asking.act);
  const [reason] = obstacles;
  return reason ? { ok: false, reason, obstacles } : { ok: true };
}

/**
 * Whether somebody may be asked for a role's sign-off of a version: what stands in their way whatever its round and
 * evidence are. That the review is still open is asked elsewhere.
 */
export function mayBeAsked(input: EvaluateInput, asked: Omit<Asking, "act">): Eligibility {
  const [act] = input.policy ? actsOf(input.policy, asked.role) : [];
  const asking: Asking = { ...asked, act: act ?? "request_changes" };
  const obstacles = input.policy
    ? [
        ...standing(input.policy, input, asking),
        // Where changes were asked for, the next round asks everybody anew.
        ...(input.review.state === "changes_requested" ? [] : signedAlready(input, asking.person)),
      ]
    : nobody(asking.act);
  const [reason] = obstacles;
  return reason ? { ok: false, reason, obstacles } : { ok: true };
}

const nobody = (act: DecisionAct): Obstacle[] => [{ kind: "not_your_role", act, roles: [] }];

/** What closes a sign-off to a person as long as they, the policy and the version are what they are. */
function standing(policy: PolicyDocument, input: EvaluateInput, { person, role, act }: Asking): Obstacle[] {
  const { activePeople, rolesInForce, version } = input;
  const found: Obstacle[] = [];
  if (!activePeople.includes(person)) found.push({ kind: "person_inactive" });
  if (!actsOf(policy, role).includes(act)) found.push({ kind: "not_your_role", act, roles: rolesFor(policy, act) });
  if (!Object.hasOwn(rolesInForce, person) || !rolesInForce[person]?.includes(role))
    found.push({ kind: "role_not_held", role });
  const built = version.contributors.find((contributor) => contributor.person === person);
  if (built && !contributorsMaySign(policy, input.model.tier))
    found.push({ kind: "own_work", contribution: built.kind });
  return found;
}

function signedAlready({ decisions }: EvaluateInput, person: string): Obstacle[] {
  const own = decisions.find((decision) => decision.person === person && decision.state === "valid");
  return own ? [{ kind: "already_decided", act: own.act, role: own.role }] : [];
}

function obstaclesOf(policy: PolicyDocument, input: EvaluateInput, asking: Asking): Obstacle[] {
  const { person, act } = asking;
  const { round, review, conditions } = input;
  const found = standing(policy, input, asking);
  if (review.state !== "in_validation" && review.state !== "pending_approval")
    found.push({ kind: "review_not_open", state: review.state });
  else if (round?.state !== "sealed" || round.evidenceSha256 === null)
    found.push({ kind: "not_sealed", state: round?.state ?? "none" });
  found.push(...signedAlready(input, person));
  const side = sideOf(act);
  if (side === null) return found;
  const verdict = evaluate(input);
  const outstanding = verdict.missing.find((signOff) => signOff.act === "recommend");
  if (side === "recommend" && !outstanding) found.push({ kind: "recommendation_given" });
  if (side === "approve" && outstanding) found.push({ kind: "recommendation_outstanding", role: outstanding.role });
  const blocking = verdict.reasons.filter(closes);
  if (blocking.length > 0) found.push({ kind: "approval_closed", act: side, reasons: blocking });
  if (act === "approve" && conditions) found.push({ kind: "conditions_to_sign" });
  if (act === "approve_with_conditions" && !conditions) found.push({ kind: "no_conditions_to_sign" });
  return found;
}

const rolesFor = (policy: PolicyDocument, act: DecisionAct): Role[] =>
  [...new Set(policy.signOffs.map((signOff) => signOff.role))].filter((role) => actsOf(policy, role).includes(act));

/** Missing sign-offs, and signatures that do not count, are what a further signature would mend; anything else closes approval. */
const closes = (reason: Reason): boolean =>
  reason.kind !== "recommendation_missing" &&
  reason.kind !== "approval_missing" &&
  !reason.kind.startsWith("decision_");
