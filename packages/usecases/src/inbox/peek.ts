import { explain, type InboxPeek, type InboxReading } from "@countersign/domain";
import { type Section, sectionHashes, sections } from "@countersign/record";
import type { ReviewFacts } from "../reviews/facts.ts";
import { hidesFrom, isHideable } from "../reviews/hidden.ts";
import type { Desk } from "./desk.ts";
import { verdictOf } from "../reviews/rules.ts";
import { changedFiles } from "../versions/changes.ts";

const papers = new Set(["card", "datasheet", "reported", "parameters", "requirements"]);
const grave = new Set(["check_failed", "check_error", "check_insufficient", "rejected", "condition_overdue"]);

/** What the state and the signatures beside it say already. */
const saidElsewhere = new Set(["recommendation_missing", "approval_missing", "round_not_sealed"]);

/** What an entry shows of its review. Independent signatures stay hidden as they do on the review's page. */
export function peekOf(desk: Desk, facts: ReviewFacts): InboxPeek {
  const { review, round } = facts;
  const verdict = verdictOf(facts, desk.ask.at);
  const given = (desk.decisions.get(review.id) ?? []).filter((decision) => decision.state === "valid");
  const hide = hidesFrom(facts, desk.me);
  const seen = given.filter(
    (decision) =>
      !hide || decision.person_id === desk.me || !isHideable(decision) || decision.round_id !== facts.round.id,
  );
  return {
    purpose: desk.texts.text(facts.model.purpose),
    round: round.number,
    again: desk.since(facts),
    open: review.ended_at
      ? []
      : verdict.reasons
          .filter(({ kind }) => !saidElsewhere.has(kind))
          .map((reason) => ({ text: explain(reason, desk.ask.say).text, grave: grave.has(reason.kind) })),
    signatures: seen.map((decision) => ({
      person: desk.people.get(decision.person_id),
      role: decision.role,
      act: decision.act,
      signedAt: decision.signed_at,
    })),
    hiddenSignatures: given.length - seen.length,
    missing: review.ended_at
      ? []
      : verdict.missing.map(({ role, act, have, need }) => ({ role, act, count: need - have })),
  };
}

/** Sections that this person marked as they stand now: nothing is left to read in them. */
function marked(desk: Desk, facts: ReviewFacts): Set<Section> {
  const hashes = facts.evidence ? sectionHashes(facts.evidence) : null;
  const mine = desk.marks.get(facts.review.id) ?? [];
  return new Set(
    sections.filter((section) =>
      mine.some((mark) => mark.section === section && mark.content_sha256 === hashes?.[section]),
    ),
  );
}

export function readingOf(desk: Desk, facts: ReviewFacts): InboxReading {
  const done = marked(desk, facts);
  const left = (section: Section, count: number): number => (done.has(section) ? 0 : count);
  return {
    checks: left(
      "checks",
      facts.checkRuns.filter(
        (run) =>
          run.state !== "queued" &&
          (run.outcome === "blocks" || run.outcome === "condition" || !["pass", "skipped"].includes(run.verdict ?? "")),
      ).length,
    ),
    changes: left("changes", facts.championFiles ? changedFiles(facts.championFiles, facts.files) : 0),
    documents: left("documents", facts.files.filter((file) => papers.has(file.role)).length),
  };
}
