import { createHash } from "node:crypto";
import { rows } from "@countersign/db";
import { type DecisionSample, permissions } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { lineText } from "../kernel/texts.ts";
import { Disclosed, People } from "../people/names.ts";
import { recordsReading } from "./reading.ts";

const input = z.strictObject({
  /** Chosen by whoever samples, so that nobody else could foresee it. */
  seed: lineText(100),
  count: z.int().min(1).max(200).default(25),
  /** Days of the signature in UTC, both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/**
 * A random sample of signed decisions of reviews that have ended. The same seed draws the same decisions as long as no
 * other is signed, and anybody can draw it again: the decisions whose SHA-256 of `SEED:ID` is lowest.
 */
export const decisionSample = defineQuery({
  name: "decision.sample",
  input,
  roles: permissions["event.list"].roles,
  see: async () => ({ workspaceId: null }),
  recordedBy: () => drawSample,
  async run({ reader, known }, _seen, { seed, count, from = "", until }): Promise<DecisionSample> {
    const reviews = new Map(
      (await rows(reader, "review", { workspace_id: known.workspaces }))
        .filter(({ ended_at }) => ended_at !== null)
        .map((review) => [review.id, review]),
    );
    const models = await rows(reader, "model", { workspace_id: known.workspaces });
    const seen = new Set(models.filter(({ key }) => known.models?.includes(key) ?? true).map(({ id }) => id));
    const signed = (await rows(reader, "decision", { review_id: [...reviews.keys()], state: "valid" })).filter(
      ({ review_id, signed_at }) =>
        seen.has(reviews.get(review_id)?.model_id ?? "") &&
        signed_at >= from &&
        (until === undefined || signed_at.slice(0, 10) <= until),
    );
    const drawn = signed
      .map((decision) => ({ decision, lot: createHash("sha256").update(`${seed}:${decision.id}`).digest("hex") }))
      .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, count);
    const decisions = drawn.map(({ decision }) => decision);
    const versions = await rows(reader, "version", {
      id: decisions.map(({ review_id }) => reviews.get(review_id)?.version_id ?? ""),
    });
    const environments = await rows(reader, "environment", { workspace_id: known.workspaces });
    const people = await People.load(
      reader,
      decisions.map(({ person_id }) => person_id),
    );
    const texts = await Disclosed.load(
      reader,
      decisions.map(({ reason }) => reason),
    );
    return {
      population: signed.length,
      drawn: drawn.flatMap(({ decision, lot }) => {
        const review = reviews.get(decision.review_id);
        const version = versions.find(({ id }) => id === review?.version_id);
        const model = models.find(({ id }) => id === review?.model_id);
        const environment = environments.find(({ id }) => id === review?.environment_id);
        if (!review || !version || !model || !environment) return [];
        return [
          {
            id: decision.id,
            lot,
            person: people.get(decision.person_id),
            role: decision.role,
            act: decision.act,
            reason: texts.text(decision.reason),
            signedAt: decision.signed_at,
            review: { id: review.id, state: review.state },
            model: { key: model.key, title: model.title },
            version: { id: version.id, number: version.number, label: version.label },
            environment: environment.title,
          },
        ];
      }),
    };
  },
});

const drawSample = recordsReading(input, ({ seed, count }) => ({
  scope: `sample of decisions, seed ${seed}`,
  from_index: null,
  count,
}));
