import { blobs, type Reader, type Row } from "@countersign/db";
import { type Changed, type CheckResult, judge, type SinceView } from "@countersign/domain";
import type { EvidenceDocument } from "@countersign/record";
import { parsed, type ReviewFacts } from "./facts.ts";

/** The last round before this one in which somebody marked or signed, and when they did so last. */
export interface ReviewedBefore {
  round: Row<"round">;
  at: string;
}

/** Null for whoever did neither in an earlier round. `marks` and `decisions` are theirs, of any round. */
export function reviewedBefore(
  now: Row<"round">,
  rounds: readonly Row<"round">[],
  marks: readonly Row<"section_mark">[],
  decisions: readonly Row<"decision">[],
): ReviewedBefore | null {
  const acts = [
    ...marks.map(({ round_id, marked_at }) => ({ round_id, at: marked_at })),
    ...decisions.map(({ round_id, signed_at }) => ({ round_id, at: signed_at })),
  ];
  const [round] = rounds
    .filter(({ id, number }) => number < now.number && acts.some(({ round_id }) => round_id === id))
    .toSorted((a, b) => b.number - a.number);
  if (!round) return null;
  const [last = ""] = acts
    .filter(({ round_id }) => round_id === round.id)
    .map(({ at }) => at)
    .toSorted()
    .toReversed();
  return { round, at: last };
}

/** What a round was sealed with, and those of its results that are others now, by check. */
export interface EvidenceThen {
  document: EvidenceDocument;
  results: Map<string, CheckResult>;
}

/** The evidence of earlier rounds by their id, of as many reviews as are asked for: two questions to the database. */
export async function evidenceThen(
  reader: Reader,
  asked: readonly { round: Row<"round">; facts: ReviewFacts }[],
): Promise<Map<string, EvidenceThen>> {
  const documents = await blobs(
    reader,
    asked.flatMap(({ round }) => round.evidence_sha256 ?? []),
  );
  const sealed = asked.flatMap(({ round, facts }) => {
    const document = parsed<EvidenceDocument>(documents, round.evidence_sha256);
    return document ? [{ round, document, others: othersOf(document, facts.evidence) }] : [];
  });
  const results = await blobs(
    reader,
    sealed.flatMap(({ document, others }) => others.flatMap((check) => document.checks[check] || [])),
  );
  return new Map(
    sealed.map(({ round, document, others }): [string, EvidenceThen] => {
      const found = others.flatMap((check): [string, CheckResult][] => {
        const result = parsed<CheckResult>(results, document.checks[check] ?? null);
        return result ? [[check, result]] : [];
      });
      return [round.id, { document, results: new Map(found) }];
    }),
  );
}

/** Checks whose result is another in one of two rounds, or is in one of them alone. */
function othersOf(then: EvidenceDocument, now: EvidenceDocument | null): string[] {
  if (!now) return [];
  const checks = new Set([...Object.keys(then.checks), ...Object.keys(now.checks)]);
  return [...checks].filter((check) => then.checks[check] !== now.checks[check]);
}

/** What is another in the evidence than it was: the page of a review and every line of an inbox count it here. */
export function changedSince(then: EvidenceThen, facts: Pick<ReviewFacts, "evidence" | "results" | "pinned">): Changed {
  const changed: Changed = { metrics: 0, checks: 0, data: 0, documents: 0, base: false };
  const { evidence: now } = facts;
  if (!now) return changed;
  for (const check of othersOf(then.document, now)) {
    const [before, after] = [then.results.get(check), facts.results.get(check)];
    const moved = movedBetween(before, after);
    changed.metrics += moved;
    // Every result that differs is told of: by the figures that moved in it, as a check, or as both.
    if (moved === 0 || endOf(facts, check, before) !== endOf(facts, check, after)) changed.checks += 1;
  }
  changed.data = filesBetween(then.document, now, dataRoles);
  changed.documents = filesBetween(then.document, now, documentRoles);
  changed.base =
    then.document.base?.version !== now.base?.version || then.document.base?.identity !== now.base?.identity;
  return changed;
}

const dataRoles = new Set(["train", "test", "predictions"]);
const documentRoles = new Set(["card", "datasheet", "reported", "parameters", "requirements"]);

function movedBetween(before: CheckResult | undefined, after: CheckResult | undefined): number {
  const figures = (result: CheckResult | undefined): Map<string, number | null> =>
    new Map((result?.measurements ?? []).map(({ subject, value }) => [subject ?? "", value]));
  const [then, now] = [figures(before), figures(after)];
  return [...new Set([...then.keys(), ...now.keys()])].filter(
    (subject) => (then.get(subject) ?? null) !== (now.get(subject) ?? null),
  ).length;
}

function endOf(
  { pinned }: Pick<ReviewFacts, "pinned">,
  check: string,
  result: CheckResult | undefined,
): string | undefined {
  const rule = pinned.policy.checks.find((one) => one.check === check);
  const judged = rule && judge(rule, result);
  return judged && `${judged.verdict} ${judged.outcome}`;
}

function filesBetween(then: EvidenceDocument, now: EvidenceDocument, roles: ReadonlySet<string>): number {
  const digests = (of: EvidenceDocument): Map<string, string> =>
    new Map(
      of.files.flatMap(({ role, path, sha256 }) => (roles.has(role) ? [[`${role} ${path}`, sha256] as const] : [])),
    );
  const [before, after] = [digests(then), digests(now)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file))
    .length;
}

/** What changed since somebody's last review of an open review; null where there was none, or nothing is sealed yet. */
export function sinceOf(
  facts: Pick<ReviewFacts, "review" | "evidence" | "results" | "pinned">,
  before: ReviewedBefore | null,
  then: EvidenceThen | undefined,
): SinceView | null {
  if (!before || !then || !facts.evidence || facts.review.ended_at !== null) return null;
  return { round: before.round.number, at: before.at, changed: changedSince(then, facts) };
}
