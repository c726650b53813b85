import { documentDigest } from "@countersign/record";
import { type Reader, type Row, rows } from "@countersign/db";
import {
  type DryRunChange,
  type DryRunReview,
  evaluate,
  explain,
  type PolicyDocument,
  type PolicyDryRun,
  type Reason,
  type ReasonKind,
  selectPolicy,
  type Task,
  type Tier,
} from "@countersign/domain";
import type { ReviewFacts } from "../reviews/facts.ts";
import { evaluateInput } from "../reviews/rules.ts";
import { decidedStates } from "../reviews/states.ts";
import { factsOf } from "../reviews/view.ts";
import { publishedPolicies } from "./pinned.ts";

/** Reviews that ended within so many days are tried on. */
export const dryRunDays = 365;
/** No more than so many of them, and so many open ones: a proposal is one transaction. */
const most = 500;
const day = 86_400_000;

/**
 * What a draft would have said of the reviews of a workspace, each beside what its own policy says of the same facts at
 * the same moment: only the policy differs, so whoever left or lost a role since then makes no difference.
 */
export async function dryRun(
  reader: Reader,
  { workspaceId, draft, at }: { workspaceId: string; draft: PolicyDocument; at: string },
): Promise<PolicyDryRun> {
  const since = new Date(Date.parse(at) - dryRunDays * day).toISOString();
  const others = (await publishedPolicies(reader, workspaceId))
    .map(({ policy }) => policy)
    .filter(({ key }) => key !== draft.key);
  const reviews = await rows(
    reader,
    "review",
    { workspace_id: workspaceId },
    { order: "requested_at", descending: true },
  );
  const newest = (of: Row<"review">[]): Row<"review">[] =>
    of.toSorted((a, b) => (b.ended_at ?? b.requested_at).localeCompare(a.ended_at ?? a.requested_at));
  const on = async (of: Row<"review">[]): Promise<PolicyDryRun["decided"]> => {
    const differ: DryRunReview[] = [];
    let tried = 0;
    for (const review of of.slice(0, most)) {
      const facts = await factsOf(reader, review);
      const found = tryOn(facts, draft, others, at);
      if (!found) continue;
      tried += 1;
      if (found.change) differ.push(found.change);
    }
    return { tried, same: tried - differ.length, differ, left_out: Math.max(0, of.length - most) };
  };
  return {
    dry_run: 1,
    policy: documentDigest(draft),
    at,
    since,
    decided: await on(
      newest(reviews.filter(({ state, ended_at }) => decidedStates.has(state) && (ended_at ?? "") >= since)),
    ),
    open: await on(newest(reviews.filter(({ ended_at }) => ended_at === null))),
  };
}

/** Null where the draft has nothing to say of the review and had nothing to say before. */
function tryOn(
  facts: ReviewFacts,
  draft: PolicyDocument,
  others: PolicyDocument[],
  at: string,
): { change: DryRunReview | null } | null {
  const { review, environment, model, version, pinned } = facts;
  const subject = {
    tier: review.tier as Tier,
    environment: environment.key,
    task: model.task as Task,
    model: model.key,
  };
  const chosen = selectPolicy([...others, draft], subject);
  const concerned = chosen.ok ? chosen.policy === draft : chosen.several.includes(draft.key);
  if (!concerned && pinned.policy.key !== draft.key) return null;
  const found = evaluateInput(facts, review.ended_at ?? at);
  // The tier that the review was opened in chose its policy; a model that was tiered anew since is not the draft's doing.
  const input = { ...found, model: { ...found.model, tier: subject.tier } };
  const own = evaluate(input).reasons;
  const drafted = evaluate({
    ...input,
    policy: chosen.ok ? chosen.policy : null,
    ...(chosen.ok ? {} : { several: chosen.several }),
  }).reasons;
  const said = new Set(own.map((reason) => explain(reason).text));
  const would = new Set(drafted.map((reason) => explain(reason).text));
  const added = drafted.filter((reason) => !said.has(explain(reason).text));
  const gone = own.filter((reason) => !would.has(explain(reason).text));
  if (added.length + gone.length === 0) return { change: null };
  return {
    change: {
      reviewId: review.id,
      model: model.key,
      version: { number: version.number, label: version.label },
      environment: environment.key,
      was: review.state,
      endedAt: review.ended_at,
      change: worst(added),
      added: added.map((reason) => explain(reason).text),
      gone: gone.map((reason) => explain(reason).text),
    },
  };
}

const kinds: Partial<Record<ReasonKind, DryRunChange>> = {
  check_missing: "unmeasured",
  check_stale: "unmeasured",
  condition_missing: "condition",
  recommendation_missing: "signature",
  approval_missing: "signature",
};
const order: DryRunChange[] = ["blocked", "unmeasured", "condition", "signature"];

function worst(added: Reason[]): DryRunChange {
  const found = new Set(added.map(({ kind }) => kinds[kind] ?? "blocked"));
  return order.find((change) => found.has(change)) ?? "eased";
}
