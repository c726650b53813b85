import { acceptModel, registerModel, tierModel } from "@countersign/usecases";
import type { Cast, DemoActor } from "./cast.ts";
import type { Stage } from "./stage.ts";

/** Scores per question that give each tier by the house's table. */
export const answersFor = {
  T1: {
    amount: 4,
    people: 4,
    automation: 3,
    purpose: 4,
    complexity: 3,
    judgement: 2,
    data: 3,
    adaptivity: 1,
    dependency: 1,
    novelty: 2,
  },
  T2: {
    amount: 3,
    people: 2,
    automation: 1,
    purpose: 3,
    complexity: 2,
    judgement: 1,
    data: 1,
    adaptivity: 0,
    dependency: 0,
    novelty: 2,
  },
  T3: {
    amount: 1,
    people: 1,
    automation: 1,
    purpose: 2,
    complexity: 1,
    judgement: 1,
    data: 3,
    adaptivity: 0,
    dependency: 0,
    novelty: 1,
  },
  T4: {
    amount: 1,
    people: 1,
    automation: 0,
    purpose: 1,
    complexity: 2,
    judgement: 1,
    data: 1,
    adaptivity: 0,
    dependency: 0,
    novelty: 1,
  },
};

export interface NewModel {
  key: string;
  title: string;
  purpose: string;
  task: "binary" | "regression";
  tier: keyof typeof answersFor;
  days: number;
}

/** A model in the inventory; whoever proposes it owns it. */
export function register(
  stage: Stage,
  owner: DemoActor,
  { key, title, purpose, task, days }: Omit<NewModel, "tier">,
): Promise<{ modelId: string }> {
  return stage.act(`model:${key}`, owner, registerModel, { key, title, purpose, task }, stage.at(days));
}

/** Proposed by its owner, accepted and tiered by the model risk manager. Returns its id. */
export async function inventory(stage: Stage, cast: Cast, model: NewModel, owner = cast.amara): Promise<string> {
  const { key, tier, days } = model;
  const { modelId } = await register(stage, owner, model);
  await stage.act(`model:${key}:accept`, cast.sofia, acceptModel, { modelId }, stage.at(days - 1));
  await stage.act(
    `model:${key}:tier`,
    cast.sofia,
    tierModel,
    { modelId, answers: { scores: answersFor[tier], circumstances: [] } },
    stage.at(days - 1, 10),
  );
  return modelId;
}
