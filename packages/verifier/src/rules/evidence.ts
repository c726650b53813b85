import { judge } from "@countersign/policy";
import { conditionsDigest, documentDigest } from "@countersign/record";
import { phrase } from "@countersign/words";
import { evidenceNow, reviewRows } from "./facts.ts";
import { changes, type Moment, policyOf } from "./moment.ts";
import { asResult } from "./result-form.ts";

/** A check's verdict is what the pinned policy makes of the result that the row names, recorded by the system. */
export function resultsJudged(moment: Moment): void {
  const { leaf, state, blobs } = moment;
  for (const { after: run, before } of changes(moment, "check_run")) {
    if (run.state === before?.state || run.state !== "ended") continue;
    const rule = policyOf(blobs, reviewRows(state, run.review_id)?.revision)?.checks.find(
      (check) => check.check === run.check_key,
    );
    const result = asResult(blobs.get(run.result_sha256 ?? ""));
    const judged = rule && result && judge(rule, result);
    if (!judged)
      moment.object("result_differs", phrase("{check}: there is no result to judge", { check: run.check_key }));
    else if (judged.verdict !== run.verdict || judged.outcome !== run.outcome || result.status !== run.status) {
      moment.object(
        "result_differs",
        run.verdict === null
          ? phrase("{check} is recorded as nothing, the result gives {gives}", {
              check: run.check_key,
              gives: judged.verdict,
            })
          : phrase("{check} is recorded as {verdict}, the result gives {gives}", {
              check: run.check_key,
              verdict: run.verdict,
              gives: judged.verdict,
            }),
      );
    }
    if (leaf.core.actor.kind !== "job" || leaf.core.act !== "check.ended")
      moment.object("result_differs", phrase("{check} was recorded by somebody", { check: run.check_key }));
  }
}

/** A round is sealed with the digest of exactly the evidence recorded for it, and that digest stays once anybody has decided. */
export function sealsHold(moment: Moment): void {
  const { leaf, state, blobs } = moment;
  for (const { after: round, before } of changes(moment, "round")) {
    const moved = (before?.evidence_sha256 ?? null) !== round.evidence_sha256;
    if (!moved) continue;
    const decided = [...state.decision.values()].some((decision) => decision.round_id === round.id);
    const reopened = round.evidence_sha256 === null && leaf.core.act === "check.queued" && !decided;
    if (reopened) continue;
    const rows = reviewRows(state, round.review_id);
    const fits =
      rows &&
      before?.evidence_sha256 === null &&
      leaf.core.act === "review.sealed" &&
      leaf.core.actor.kind === "job" &&
      documentDigest(evidenceNow(state, rows)) === round.evidence_sha256 &&
      blobs.has(round.evidence_sha256);
    if (!fits)
      moment.object("evidence_differs", phrase("round {n} of {review}", { n: round.number, review: round.review_id }));
  }
}

/** A set of conditions is recorded with its terms, all of one review's stream, and its digest is theirs. Terms never join a set later. */
export function conditionsTrue(moment: Moment): void {
  const sets = changes(moment, "condition_set")
    .filter(({ before }) => !before)
    .map(({ after }) => after);
  const items = changes(moment, "condition")
    .filter(({ before }) => !before)
    .map(({ after }) => after);
  for (const set of sets) {
    const own = items.filter((item) => item.set_id === set.id).toSorted((a, b) => a.number - b.number);
    if (conditionsDigest(own) !== set.sha256) moment.object("conditions_differ", phrase("set {id}", { id: set.id }));
  }
  for (const item of items)
    if (!sets.some((set) => set.id === item.set_id))
      moment.object("conditions_differ", phrase("condition {id} joins its set later", { id: item.id }));
}
