import { decisionLots, rows } from "@countersign/db";
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
  async run({ reader, known }, _seen, { seed, count, from, until }): Promise<DecisionSample> {
    const { population, lots } = await decisionLots(reader, {
      workspaces: known.workspaces,
      models: known.models,
      seed,
      count,
      from,
      until,
    });
    const signed = await rows(reader, "decision", { id: lots.map(({ id }) => id) });
    const decisionOf = new Map(signed.map((decision) => [decision.id, decision]));
    const drawn = lots.flatMap(({ id, lot }) => {
      const decision = decisionOf.get(id);
      return decision ? [{ decision, lot }] : [];
    });
    const decisions = drawn.map(({ decision }) => decision);
    const reviews = new Map(
      (await rows(reader, "review", { id: decisions.map(({ review_id }) => review_id) })).map((one) => [one.id, one]),
    );
    const models = await rows(reader, "model", { id: [...reviews.values()].map(({ model_id }) => model_id) });
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
      population,
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
