import type { Json } from "@countersign/canonical";
import { evaluate, type Verdict } from "@countersign/policy";
import { applyLeaf, type BundleManifest, emptyState, type Leaf, type State, type Text } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import { contributorsNamed } from "./contributors.ts";
import { aliasesFounded, approvalsFounded, endingsFounded, type Granted } from "./endings.ts";
import { conditionsTrue, resultsJudged, sealsHold } from "./evidence.ts";
import { evaluateInput, reviewRows } from "./facts.ts";
import { grantsFounded } from "./grants.ts";
import { momentOf } from "./moment.ts";
import { policiesFounded, policyApplies } from "./policies.ts";
import { settledStays } from "./settled.ts";
import { signaturesHold } from "./signatures.ts";

export interface Walked {
  state: State;
  /** Review → its verdict: at the grant where it was approved, as the records stand otherwise. */
  verdicts: Map<string, Verdict>;
}

/** V16. Goes through the records in order and holds each against what was so before it; then looks at how things stand. */
export function walk(
  leaves: readonly Leaf[],
  { scope }: BundleManifest,
  blobs: ReadonlyMap<string, Json>,
  text: Text,
  ledger: Ledger,
): Walked {
  ledger.begin("V16");
  const state = emptyState();
  const granted: Granted = new Map();
  let setUpCause: string | null = null;
  for (const leaf of leaves) {
    if (leaf.core.act === "instance.set_up") setUpCause ??= leaf.core.cause;
    const moment = momentOf({ leaf, state, blobs, text, setUpCause }, ledger);
    settledStays(moment);
    grantsFounded(moment);
    policiesFounded(moment);
    policyApplies(moment);
    contributorsNamed(moment);
    resultsJudged(moment);
    sealsHold(moment);
    conditionsTrue(moment);
    signaturesHold(moment);
    approvalsFounded(moment, granted);
    endingsFounded(moment, granted);
    aliasesFounded(moment, scope.version);
    applyLeaf(state, leaf);
  }
  return { state, verdicts: standingVerdicts(state, granted, blobs, leaves.at(-1)?.core.claimed_at ?? "", ledger) };
}

function standingVerdicts(
  state: State,
  granted: Granted,
  blobs: ReadonlyMap<string, Json>,
  at: string,
  ledger: Ledger,
): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>(granted);
  for (const review of state.review.values()) {
    const rows = reviewRows(state, review.id);
    const verdict = granted.get(review.id) ?? (rows && evaluate(evaluateInput(state, rows, blobs, at)));
    if (verdict) verdicts.set(review.id, verdict);
    if (verdict?.state === "rejected" && review.state !== "rejected")
      ledger.add("rejection_ignored", `review ${review.id}`);
    const approval = [...state.approval.values()].find((one) => one.review_id === review.id);
    if (approval && !review.state.startsWith("approved"))
      ledger.add("approval_unfounded", `approval ${approval.id}`, phrase("its review does not say so"));
  }
  return verdicts;
}
