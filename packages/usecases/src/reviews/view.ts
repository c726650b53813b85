import { blobs, type Reader, row, type Row, rows } from "@countersign/db";
import type { ReviewView, SinceView } from "@countersign/domain";
import { z } from "zod";
import { storedText } from "../artifacts/text.ts";
import { decisionIndexes } from "../events/recorded-as.ts";
import { eventViews } from "../events/view.ts";
import type { Ask } from "../kernel/query.ts";
import { defineQuery } from "../kernel/query.ts";
import { idText } from "../kernel/texts.ts";
import { Disclosed, People } from "../people/names.ts";
import { fieldChanges } from "../versions/changes.ts";
import { examined } from "../versions/results.ts";
import { composeView, type Surroundings } from "./compose.ts";
import { factsOf, parsed, type ReviewFacts } from "./facts.ts";
import { seeReview } from "./scope.ts";
import { evidenceThen, reviewedBefore, sinceOf } from "./since.ts";
import { checkProgress } from "./view-checks.ts";

/** Everything the decision page shows, from one snapshot. */
export const reviewView = defineQuery({
  name: "review.view",
  input: z.strictObject({ reviewId: idText }),
  roles: "any",
  see: seeReview,
  run: async (ask, { review }) => assemble(ask, await factsOf(ask.reader, review)),
});

async function assemble(ask: Ask, facts: ReviewFacts): Promise<ReviewView> {
  const { reader, known, deps, say } = ask;
  const { review, round, version, model, environment } = facts;
  const comments = await rows(reader, "comment", { review_id: review.id }, { order: "written_at" });
  const decisions = await rows(reader, "decision", { review_id: review.id }, { order: "signed_at" });
  const marks = await rows(reader, "section_mark", { review_id: review.id, state: "valid" });
  const rounds = await rows(reader, "round", { review_id: review.id });
  const people = await People.load(
    reader,
    [
      known.personId ?? "",
      review.requested_by,
      ...facts.rolesInForce.keys(),
      ...facts.contributors.map((item) => item.person_id),
      ...comments.map((item) => item.person_id),
      ...decisions.map((item) => item.person_id),
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
      ...decisions.map((item) => item.reason),
      ...facts.contributors.map((item) => item.address),
      ...facts.conditions.flatMap((item) => [item.text, item.evidence]),
      ...facts.findings.flatMap((item) => [item.title, item.body, item.answer, item.resolution]),
    ],
    say,
  );
  const base = round.base_version_id ? await row(reader, "version", round.base_version_id) : null;
  return composeView(ask, facts, {
    people,
    texts,
    comments,
    decisions,
    meanings: await meaningsOf(reader, decisions),
    marks,
    rounds,
    since: await since(ask, facts, { rounds, marks, decisions }),
    recordedAs: await decisionIndexes(reader, review.id),
    base,
    baseResults: base ? ((await examined(reader, base.id, environment.id))?.results ?? null) : null,
    changes: base ? await fieldChanges(deps, reader, base, version, say) : [],
    alsoOpen: await alsoOpen(reader, review),
    progress: await checkProgress(reader, facts),
    ...(await documentViews(ask, facts)),
    history: await eventViews(ask, {
      limit: 200,
      streams: [
        `review:${review.id}`,
        `version:${version.id}`,
        ...(facts.approval ? [`approval:${facts.approval.id}`] : []),
      ],
    }),
  });
}

/** What each signature was given for, from the statement that was signed: what its policy or we would say now is no matter. */
async function meaningsOf(reader: Reader, decisions: Row<"decision">[]): Promise<Map<string, string>> {
  const statements = await blobs(
    reader,
    decisions.map(({ statement_sha256 }) => statement_sha256),
  );
  return new Map(
    decisions.flatMap(({ id, statement_sha256 }): [string, string][] => {
      const meaning = parsed<{ meaning?: string }>(statements, statement_sha256)?.meaning;
      return meaning ? [[id, meaning]] : [];
    }),
  );
}

/** What changed since this person last reviewed it. */
async function since(
  { reader, known }: Ask,
  facts: ReviewFacts,
  { rounds, marks, decisions }: Pick<Surroundings, "rounds" | "marks" | "decisions">,
): Promise<SinceView | null> {
  const mine = ({ person_id }: { person_id: string }): boolean => person_id === known.personId;
  const before = reviewedBefore(facts.round, rounds, marks.filter(mine), decisions.filter(mine));
  const then = before && (await evidenceThen(reader, [{ round: before.round, facts }])).get(before.round.id);
  return sinceOf(facts, before, then ?? undefined);
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

async function documentViews({ deps }: Ask, facts: ReviewFacts): Promise<Pick<ReviewView, "data" | "documents">> {
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
  };
}
