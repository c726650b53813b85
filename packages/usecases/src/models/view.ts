import { type Row, rows } from "@countersign/db";
import {
  computeTier,
  isPermitted,
  type ModelAct,
  modelMoves,
  type ModelVersionView,
  type ModelView,
  move,
  parseTierAnswers,
} from "@countersign/domain";
import { z } from "zod";
import type { KnownActor } from "../kernel/actor.ts";
import { defineQuery } from "../kernel/query.ts";
import { keyText } from "../kernel/texts.ts";
import { Disclosed, People } from "../people/names.ts";
import { aboutModel } from "./about.ts";
import { modelPeople } from "./people.ts";
import { modelSummaries } from "./summary.ts";

/** A model: what it is for, what runs of it, what is open, and every version with its decisions. */
export const modelView = defineQuery({
  name: "model.view",
  input: z.strictObject({ model: keyText }),
  roles: "any",
  async see({ reader, known }, input) {
    const [model] = await rows(reader, "model", { workspace_id: known.workspaces, key: input.model });
    return model ? { workspaceId: model.workspace_id, modelKey: model.key, model } : null;
  },
  async run(ask, { model }): Promise<ModelView> {
    const { reader, known, say } = ask;
    const [summary] = await modelSummaries(reader, [model], say);
    if (!summary) throw new Error(`the model ${model.id} has no summary`);
    const reviews = await rows(reader, "review", { model_id: model.id }, { order: "requested_at" });
    const ids = reviews.map((review) => review.id);
    const findings = await rows(reader, "finding", { review_id: ids, state: ["open", "answered"] });
    const conditions = await rows(reader, "condition", { review_id: ids, state: ["in_force", "evidence_given"] });
    const decisions = await rows(reader, "decision", { review_id: ids, state: "valid" }, { order: "signed_at" });
    const versions = await rows(reader, "version", { model_id: model.id }, { order: "number" });
    const aliases = await rows(reader, "alias", { model_id: model.id });
    const approvals = await rows(reader, "approval", { version_id: versions.map((version) => version.id) });
    const environments = await rows(reader, "environment", { workspace_id: model.workspace_id }, { order: "title" });
    const texts = await Disclosed.load(
      reader,
      [
        model.purpose,
        ...versions.map((version) => version.description),
        ...conditions.map((condition) => condition.text),
      ],
      say,
    );
    const people = await People.load(
      reader,
      [
        known.personId,
        ...findings.map((finding) => finding.owner_id),
        ...conditions.map((condition) => condition.owner_id),
        ...decisions.map((decision) => decision.person_id),
      ],
      say,
    );
    const answers = parseTierAnswers(model.tier_answers ?? {});
    return {
      ...summary,
      purpose: texts.text(model.purpose),
      createdAt: model.created_at,
      tierReasons: model.tier && answers.ok ? computeTier(answers.answers, say).reasons : [],
      timeline: timeline(environments, versions, reviews, decisions, people, texts),
      about: await aboutModel(ask, model, { versions, reviews, approvals, aliases, environments }),
      people: await modelPeople(reader, model, { versions, reviews, decisions }, say),
      environments: approvedFor(environments, versions, approvals),
      findings: findings.map(({ review_id, number, severity, state, owner_id }) => ({
        reviewId: review_id,
        number,
        severity,
        state,
        owner: people.get(owner_id),
      })),
      conditions: conditions.map(({ review_id, number, text, due_at, state, owner_id }) => ({
        reviewId: review_id,
        number,
        text: texts.text(text),
        dueAt: due_at,
        state,
        owner: people.get(owner_id),
      })),
      tierAnswers: model.tier && answers.ok ? answers.answers : null,
      you: {
        person: people.get(known.personId ?? ""),
        roles: known.rolesIn(model.workspace_id),
        may: actsOn(model, known),
      },
    };
  },
});

/** What the asking person may do with the model now: by the table of permissions and that of its lifecycle. */
function actsOn(model: Row<"model">, known: KnownActor): ModelView["you"]["may"] {
  const roles = known.rolesIn(model.workspace_id);
  const may = (act: ModelAct): boolean => isPermitted(`model.${act}`, known.actor.kind, roles);
  const moves = (act: Exclude<ModelAct, "tier">): boolean => may(act) && move(modelMoves, act, model.state).ok;
  return {
    accept: moves("accept"),
    reject: moves("reject"),
    suspend: moves("suspend"),
    restore: moves("restore"),
    tier: may("tier") && !["rejected", "retired"].includes(model.state),
  };
}

/** What versions are approved for: by environment, the newest version first. */
function approvedFor(
  environments: Row<"environment">[],
  versions: Row<"version">[],
  approvals: Row<"approval">[],
): ModelView["environments"] {
  return environments.flatMap((environment) =>
    versions.toReversed().flatMap(({ id, number, label }) =>
      approvals
        .filter((one) => one.state === "valid" && one.version_id === id && one.environment_id === environment.id)
        .map(({ valid_until, review_id }) => ({
          title: environment.title,
          version: { id, number, label },
          validUntil: valid_until,
          reviewId: review_id,
        })),
    ),
  );
}

function timeline(
  environments: Row<"environment">[],
  versions: Row<"version">[],
  reviews: Row<"review">[],
  decisions: Row<"decision">[],
  people: People,
  texts: Disclosed,
): ModelVersionView[] {
  return versions.toReversed().map(({ id, number, label, state, description, created_at, frozen_at }) => ({
    id,
    number,
    label,
    state,
    description: texts.text(description),
    createdAt: created_at,
    frozenAt: frozen_at,
    reviews: reviews
      .filter((review) => review.version_id === id)
      .toReversed()
      .map((review) => ({
        id: review.id,
        state: review.state,
        environment: environments.find((environment) => environment.id === review.environment_id)?.title ?? "",
        requestedAt: review.requested_at,
        endedAt: review.ended_at,
        // While a review is open, one approver's decision may be hidden from another: its own page knows from whom.
        decisions:
          review.ended_at === null
            ? []
            : decisions
                .filter((decision) => decision.review_id === review.id)
                .map(({ person_id, role, act }) => ({ person: people.get(person_id), role, act })),
      })),
  }));
}
