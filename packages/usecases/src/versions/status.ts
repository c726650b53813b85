import { rows } from "@countersign/db";
import { explain } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { keyText } from "../kernel/texts.ts";
import { resolveVersion } from "../models/resolve.ts";
import { verdictOf } from "../reviews/rules.ts";
import { checkProgress, checkViews } from "../reviews/view-checks.ts";
import { factsOf } from "../reviews/facts.ts";

const versionRefInput = { workspace: keyText.default("default"), model: keyText, version: z.string().min(1).max(101) };

/** Where a version stands: state, every check with its verdict, what is missing, whose turn, and the page. For terminals and CI. */
export const versionStatus = defineQuery({
  name: "version.status",
  input: z.strictObject(versionRefInput),
  roles: "any",
  async see({ reader, known }, input) {
    const found = await resolveVersion(reader, known, input);
    return found ? { workspaceId: found.model.workspace_id, modelKey: found.model.key, ...found } : null;
  },
  async run({ reader, at, deps, say }, { model, version }) {
    const reviews = await rows(
      reader,
      "review",
      { version_id: version.id },
      { order: "requested_at", descending: true },
    );
    const aliases = await rows(reader, "alias", { version_id: version.id });
    return {
      model: model.key,
      modelId: model.id,
      modelState: model.state,
      tier: model.tier,
      version: version.number,
      versionId: version.id,
      label: version.label,
      state: version.state,
      identity: version.identity,
      aliases: aliases.map((alias) => alias.name),
      reviews: await inTurn(reviews, async (review) => {
        const facts = await factsOf(reader, review);
        const verdict = verdictOf(facts, at);
        const checks = checkViews(facts, await checkProgress(reader, facts));
        return {
          reviewId: review.id,
          environment: facts.environment.key,
          state: review.state,
          round: facts.round.number,
          roundState: facts.round.state,
          dueAt: review.due_at,
          evidenceSha256: facts.round.evidence_sha256,
          conditionsSha256: facts.conditionSet?.sha256 ?? null,
          policy: { key: facts.pinned.policy.key, revision: facts.pinned.revision.number },
          verdict: verdict.state,
          missing: verdict.reasons.map((reason) => explain(reason, say)),
          turns: verdict.turns,
          checks: checks.map((check) => ({
            check: check.check,
            title: check.title,
            state: check.state,
            verdict: check.verdict,
            outcome: check.outcome,
            status: check.result?.status ?? null,
            reason: check.result?.reason ?? null,
            assurance: check.result?.assurance ?? null,
            measurements: (check.result?.measurements ?? []).map((measurement, i) => ({
              subject: measurement.subject ?? null,
              verdict: check.judged?.measurements[i]?.verdict ?? null,
              value: measurement.value,
              n: measurement.n ?? null,
              interval: measurement.interval ?? null,
              support: measurement.support ?? null,
              limit: check.judged?.measurements[i]?.limit ?? null,
              sentence: check.judged?.measurements[i]?.sentence ?? null,
              detections: measurement.detections,
            })),
            limits: check.limits,
          })),
          conditions: facts.conditions.map((condition) => ({
            number: condition.number,
            state: condition.state,
            dueAt: condition.due_at,
            blocking: condition.blocking,
          })),
          findings: facts.findings.map((finding) => ({
            number: finding.number,
            state: finding.state,
            severity: finding.severity,
          })),
          approval: facts.approval && {
            id: facts.approval.id,
            state: facts.approval.state,
            validUntil: facts.approval.valid_until,
          },
          url: `${deps.portalUrl}/reviews/${review.id}`,
        };
      }),
    };
  },
});

/** One after another: a transaction has one connection. */
async function inTurn<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
