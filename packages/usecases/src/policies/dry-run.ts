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
  type Selection,
  selectPolicy,
  type Task,
  type Tier,
} from "@countersign/domain";
import { english, type Say } from "@countersign/words";
import { factsOfAll, type ReviewFacts } from "../reviews/facts.ts";
import { evaluateInput } from "../reviews/rules.ts";
import { decidedStates } from "../reviews/states.ts";
import { publishedPolicies } from "./pinned.ts";

/** Reviews that ended within so many days are tried on. */
const dryRunDays = 365;
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
  say: Say = english,
): Promise<PolicyDryRun> {
  const since = new Date(Date.parse(at) - dryRunDays * day).toISOString();
  const concerned = await concernedBy(reader, workspaceId, draft);
  const tryEach = async (of: Concerned[]): Promise<PolicyDryRun["decided"]> => {
    const newest = of.toSorted((a, b) => endOf(b).localeCompare(endOf(a))).slice(0, most);
    const facts = await factsOfAll(
      reader,
      newest.map(({ review }) => review),
    );
    const differ = newest.flatMap(({ review, chosen }) => {
      const own = facts.get(review.id);
      return (own && tryOn(own, chosen, at, say)) ?? [];
    });
    return {
      tried: newest.length,
      same: newest.length - differ.length,
      differ,
      left_out: of.length - newest.length,
    };
  };
  return {
    dry_run: 1,
    policy: documentDigest(draft),
    at,
    since,
    decided: await tryEach(
      concerned(
        await rows(
          reader,
          "review",
          { workspace_id: workspaceId, state: [...decidedStates] },
          { atLeast: { ended_at: since } },
        ),
      ),
    ),
    open: await tryEach(concerned(await rows(reader, "review", { workspace_id: workspaceId, ended_at: null }))),
  };
}

const endOf = ({ review }: Concerned): string => review.ended_at ?? review.requested_at;

interface Concerned {
  review: Row<"review">;
  /** What would be chosen for it with the draft in force. */
  chosen: Selection;
}

/** Picks the reviews that the draft would decide, or that an earlier revision of it did. */
async function concernedBy(
  reader: Reader,
  workspaceId: string,
  draft: PolicyDocument,
): Promise<(reviews: Row<"review">[]) => Concerned[]> {
  const others = (await publishedPolicies(reader, workspaceId)).filter(({ policy }) => policy.key !== draft.key);
  const candidates = [...others.map(({ policy }) => policy), draft];
  const [standing] = await rows(reader, "policy", { workspace_id: workspaceId, key: draft.key });
  const revisions = standing ? await rows(reader, "policy_revision", { policy_id: standing.id }) : [];
  const own = new Set(revisions.map(({ id }) => id));
  const models = new Map(
    (await rows(reader, "model", { workspace_id: workspaceId })).map((model) => [model.id, model]),
  );
  const environments = new Map(
    (await rows(reader, "environment", { workspace_id: workspaceId })).map(({ id, key }) => [id, key]),
  );
  return (reviews) =>
    reviews.flatMap((review) => {
      const model = models.get(review.model_id);
      const environment = environments.get(review.environment_id);
      if (!model || environment === undefined) return [];
      const chosen = selectPolicy(candidates, {
        tier: review.tier as Tier,
        environment,
        task: model.task as Task,
        model: model.key,
      });
      const decides = chosen.ok ? chosen.policy === draft : chosen.several.includes(draft.key);
      return decides || own.has(review.policy_revision_id) ? [{ review, chosen }] : [];
    });
}

/** What would stand in the way of a review and does not, and the other way round; null where nothing differs. */
function tryOn(facts: ReviewFacts, chosen: Selection, at: string, say: Say): DryRunReview | null {
  const { review, environment, model, version } = facts;
  const found = evaluateInput(facts, review.ended_at ?? at);
  // The tier that the review was opened in chose its policy; a model that was tiered anew since is not the draft's doing.
  const tiered = { ...found.model, tier: review.tier as Tier };
  // A new round of an open review begins without signatures; those of this one may be hidden from whoever reads this.
  const input = { ...found, model: tiered, decisions: review.ended_at === null ? [] : found.decisions };
  const own = evaluate(input).reasons;
  const drafted = evaluate({
    ...input,
    policy: chosen.ok ? chosen.policy : null,
    ...(chosen.ok ? {} : { several: chosen.several }),
  }).reasons;
  const sentence = (reason: Reason): string => explain(reason, say).text;
  const said = new Set(own.map(sentence));
  const would = new Set(drafted.map(sentence));
  const added = drafted.filter((reason) => !said.has(sentence(reason)));
  const gone = own.filter((reason) => !would.has(sentence(reason)));
  if (added.length + gone.length === 0) return null;
  return {
    reviewId: review.id,
    model: model.key,
    version: { number: version.number, label: version.label },
    environment: environment.key,
    was: review.state,
    endedAt: review.ended_at,
    change: worst(added),
    added: added.map(sentence),
    gone: gone.map(sentence),
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
