import { type Reader, row, type Row, rows } from "@countersign/db";
import type { ReviewView, SectionView, SignatureView, Tier } from "@countersign/domain";
import { sectionHashes, sections } from "@countersign/record";
import { z } from "zod";
import { storedText } from "../artifacts/text.ts";
import { decisionIndexes } from "../events/recorded-as.ts";
import { eventViews } from "../events/view.ts";
import type { Ask } from "../kernel/query.ts";
import { defineQuery } from "../kernel/query.ts";
import { idText } from "../kernel/texts.ts";
import { Disclosed, People } from "../people/names.ts";
import { fieldChanges } from "../versions/changes.ts";
import { examined, metricChanges } from "../versions/results.ts";
import { factsOf, type ReviewFacts } from "./facts.ts";
import { hidesFrom, isHideable } from "./hidden.ts";
import { verdictOf } from "./rules.ts";
import { seeReview } from "./scope.ts";
import { reviewActions, yourSignOff } from "./view-actions.ts";
import { checkViews } from "./view-checks.ts";
import { missingViews, reasonViews } from "./view-verdict.ts";
import { assignmentViews, conditionViews, findingViews } from "./view-items.ts";

/** Everything the decision page shows, from one snapshot. */
export const reviewView = defineQuery({
  name: "review.view",
  input: z.strictObject({ reviewId: idText }),
  roles: "any",
  see: seeReview,
  run: async (ask, { review }) => assemble(ask, await factsOf(ask.reader, review)),
});

async function assemble(ask: Ask, facts: ReviewFacts): Promise<ReviewView> {
  const { reader, known, at, deps, say } = ask;
  const { review, round, version, model, environment, pinned } = facts;
  const me = known.personId ?? "";
  const comments = await rows(reader, "comment", { review_id: review.id }, { order: "written_at" });
  const allDecisions = await rows(reader, "decision", { review_id: review.id }, { order: "signed_at" });
  const marks = await rows(reader, "section_mark", { review_id: review.id, state: "valid" });
  const staff = [...facts.rolesInForce.keys()];
  const people = await People.load(
    reader,
    [
      me,
      review.requested_by,
      ...staff,
      ...facts.contributors.map((item) => item.person_id),
      ...comments.map((item) => item.person_id),
      ...allDecisions.map((item) => item.person_id),
      ...marks.map((item) => item.person_id),
      ...facts.conditions.map((item) => item.owner_id),
      ...facts.assignments.flatMap((item) => [item.person_id, item.assigned_by]),
      ...facts.findings.flatMap((item) => [item.raised_by, item.owner_id, item.answered_by, item.closed_by]),
    ],
    say,
  );
  const texts = await Disclosed.load(
    reader,
    [
      model.purpose,
      version.description,
      ...comments.map((item) => item.body),
      ...allDecisions.map((item) => item.reason),
      ...facts.contributors.map((item) => item.address),
      ...facts.conditions.flatMap((item) => [item.text, item.evidence]),
      ...facts.findings.flatMap((item) => [item.title, item.body, item.answer, item.resolution]),
    ],
    say,
  );
  const rounds = await rows(reader, "round", { review_id: review.id });
  const indexes = await decisionIndexes(reader, review.id);
  const signatures = allDecisions.map((decision) => ({
    ...signatureView(decision, facts, people, texts),
    round: rounds.find(({ id }) => id === decision.round_id)?.number ?? review.round,
    recordedAs: indexes.get(decision.id) ?? null,
  }));
  const mine =
    signatures.findLast((signature) => signature.person.id === me && signature.round === round.number) ?? null;
  const hide = hidesFrom(facts, me);
  const visible = signatures.filter(
    (signature) => !hide || signature.person.id === me || !isHideable(signature) || signature.round !== round.number,
  );
  const roles = known.rolesIn(review.workspace_id);
  const base = round.base_version_id ? await row(reader, "version", round.base_version_id) : null;
  const before = base ? await examined(reader, base.id, environment.id) : null;
  const verdict = verdictOf(facts, at);
  const input = { facts, known, people, texts, say };
  return {
    id: review.id,
    at,
    state: review.state,
    round: {
      id: round.id,
      number: round.number,
      state: round.state,
      openedAt: round.opened_at,
      sealedAt: round.sealed_at,
    },
    requestedAt: review.requested_at,
    requestedBy: people.get(review.requested_by),
    dueAt: review.due_at,
    endedAt: review.ended_at,
    model: {
      id: model.id,
      key: model.key,
      title: model.title,
      tier: review.tier as Tier,
      state: model.state,
      purpose: texts.text(model.purpose),
      task: model.task,
    },
    version: {
      id: version.id,
      number: version.number,
      label: version.label,
      identity: version.identity ?? "",
      description: texts.text(version.description),
      frozenAt: version.frozen_at ?? "",
    },
    environment: { key: environment.key, title: environment.title, aliases: environment.protects },
    policy: {
      key: pinned.policy.key,
      title: pinned.policy.title,
      revision: pinned.revision.number,
      sha256: pinned.revision.sha256,
      promotion: pinned.policy.promotion,
      validityDays: pinned.policy.validityDays,
      conditionsMaxDays: pinned.policy.conditions.maxDays,
    },
    evidenceSha256: round.evidence_sha256,
    conditionsSha256: facts.conditionSet?.sha256 ?? null,
    base: base ? { id: base.id, number: base.number, label: base.label } : null,
    alsoOpen: await alsoOpen(reader, review),
    checks: await checkViews(reader, facts),
    metricChanges: before ? metricChanges(pinned.policy.checks, before.results, facts.results, say) : [],
    changes: base ? await fieldChanges(deps, reader, base, version, say) : [],
    ...(await documentViews(ask, facts)),
    contributors: facts.contributors.map((item) => ({
      id: item.id,
      kind: item.kind,
      person: people.get(item.person_id),
      address: texts.text(item.address),
    })),
    findings: findingViews(input),
    conditions: conditionViews(input),
    assignments: assignmentViews(facts, people, me, at),
    signatures: visible,
    hiddenSignatures: signatures.length - visible.length,
    comments: comments.map((item) => ({
      id: item.id,
      person: people.get(item.person_id),
      section: item.section,
      body: texts.text(item.body),
      at: item.written_at,
    })),
    sections: sectionViews(facts, marks, people, me),
    verdict: {
      state: verdict.state,
      reasons: reasonViews(facts, at, say),
      turns: verdict.turns.map(({ role, act, count }) => ({ role, act, count })),
      missing: missingViews(facts, people, me, at),
    },
    approval: facts.approval && {
      id: facts.approval.id,
      state: facts.approval.state,
      grantedAt: facts.approval.granted_at,
      validUntil: facts.approval.valid_until,
    },
    people: staff
      .filter((id) => facts.activePeople.has(id))
      .map((id) => people.get(id))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    you: {
      person: people.get(me),
      roles,
      conflict: facts.contributors.some((item) => item.person_id === me)
        ? say("You built this version ({contributions}).", {
            contributions: facts.contributors
              .filter((item) => item.person_id === me)
              .map((item) => say.term(item.kind))
              .join(", "),
          })
        : null,
      signature: mine,
      signOff: yourSignOff(facts, roles),
      actions: reviewActions(facts, known, at, say),
    },
    history: await eventViews(ask, {
      limit: 200,
      streams: [
        `review:${review.id}`,
        `version:${version.id}`,
        ...(facts.approval ? [`approval:${facts.approval.id}`] : []),
      ],
    }),
  };
}

function signatureView(
  decision: Row<"decision">,
  facts: ReviewFacts,
  people: People,
  texts: Disclosed,
): Omit<SignatureView, "round" | "recordedAs"> {
  const signOff = facts.pinned.policy.signOffs.find((candidate) => candidate.role === decision.role);
  return {
    id: decision.id,
    person: people.get(decision.person_id),
    role: decision.role,
    act: decision.act,
    withConditions: decision.conditions_sha256 !== null,
    meaning: signOff?.meaning ?? null,
    reason: texts.text(decision.reason),
    signedAt: decision.signed_at,
    state: decision.state,
    evidenceSha256: decision.evidence_sha256,
    statementSha256: decision.statement_sha256,
  };
}

/** Open reviews of the model's other versions for the same environment: whoever sees this one sees those. */
async function alsoOpen(
  reader: Reader,
  { id, model_id, environment_id }: Row<"review">,
): Promise<ReviewView["alsoOpen"]> {
  const open = (await rows(reader, "review", { model_id, environment_id, ended_at: null })).filter(
    (one) => one.id !== id,
  );
  const versions = await rows(reader, "version", { id: open.map(({ version_id }) => version_id) }, { order: "number" });
  return versions.flatMap((version) =>
    open
      .filter(({ version_id }) => version_id === version.id)
      .map((one) => ({ reviewId: one.id, id: version.id, number: version.number, label: version.label })),
  );
}

async function documentViews(
  { deps }: Ask,
  facts: ReviewFacts,
): Promise<Pick<ReviewView, "data" | "documents" | "missingDocuments">> {
  const view = async (file: Row<"version_file">, withText: boolean) => ({
    role: file.role,
    path: file.path,
    sha256: file.sha256,
    size: file.size,
    text: withText ? await storedText(deps, file.sha256) : null,
  });
  const of = (wanted: string[]) => facts.files.filter((file) => wanted.includes(file.role));
  return {
    data: await Promise.all(of(["train", "test", "predictions"]).map((file) => view(file, false))),
    documents: await Promise.all(
      of(["card", "datasheet", "reported", "parameters", "requirements"]).map((file) =>
        view(file, file.role === "card" || file.role === "datasheet"),
      ),
    ),
    missingDocuments: facts.pinned.policy.documents.filter(
      (document) => !facts.files.some((file) => file.role === document),
    ),
  };
}

function sectionViews(facts: ReviewFacts, marks: Row<"section_mark">[], people: People, me: string): SectionView[] {
  if (!facts.evidence) return [];
  const hashes = sectionHashes(facts.evidence);
  return sections.map((section) => {
    const here = marks.filter((mark) => mark.section === section);
    return {
      section,
      sha256: hashes[section],
      reviewedByYou: here.some((mark) => mark.person_id === me && mark.content_sha256 === hashes[section]),
      changedSinceYourMark:
        here.some((mark) => mark.person_id === me) &&
        !here.some((mark) => mark.person_id === me && mark.content_sha256 === hashes[section]),
      reviewers: here
        .filter((mark) => mark.content_sha256 === hashes[section])
        .map((mark) => people.get(mark.person_id)),
    };
  });
}
