import { createHash } from "node:crypto";
import { type Row, rows, type TableName, type Where } from "@countersign/db";
import type { VersionFile } from "@countersign/domain";
import { emailOf, type Name, type Review, tierOne, type Version, type World } from "@countersign/testing";
import { acceptModel, type Actor, invitePerson, registerModel, tierModel, uploadArtifact } from "../../src/index.ts";

/** Who will give the command. `name`: one of the cast, whose part the scene may have to prepare. */
export interface Giver {
  actor: Actor;
  name?: Name;
  /** The version concerned is one that the giver helped to build. */
  own?: boolean;
}

/** Makes what a command acts on, with the product's own commands, and answers an input with which it is carried out. */
export type Scene = (world: World, giver: Giver) => Promise<object>;

let made = 0;
/** A name that nothing has yet. */
export const fresh = (prefix: string): string => `${prefix}-${process.pid}-${++made}`;

export async function one<T extends TableName>(world: World, table: T, where: Where<T>): Promise<Row<T>> {
  const found = (await rows(world.deps.database, table, where)).at(-1);
  if (!found) throw new Error(`no ${table} in this scene`);
  return found;
}

export async function person(world: World): Promise<string> {
  const { personId } = await world.act<{ personId: string }>("ingrid", invitePerson, {
    name: "Jo Example",
    email: `${fresh("jo")}@northgate.example`,
  });
  return personId;
}

export async function proposedModel(world: World): Promise<{ modelId: string; key: string }> {
  return world.act("amara", registerModel, { key: fresh("model"), title: "A model of its own", task: "binary" });
}

export async function tieredModel(world: World): Promise<{ modelId: string; key: string }> {
  const model = await proposedModel(world);
  await world.act("sofia", acceptModel, { modelId: model.modelId });
  await world.act("sofia", tierModel, { modelId: model.modelId, answers: { scores: tierOne, circumstances: [] } });
  return model;
}

/** Real bytes, uploaded by Tomas. */
export async function uploaded(
  world: World,
  role: VersionFile["role"],
  path: string,
  part?: string,
): Promise<VersionFile> {
  const bytes = Buffer.from(fresh(path));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await uploadArtifact(
    world.deps,
    world.as("tomas"),
    sha256,
    (async function* () {
      yield bytes;
    })(),
  );
  return { role, path, sha256, size: bytes.length, ...(part ? { part } : {}) };
}

/** What the version of a scene says of its making: Tomas trained it, and the giver committed to it where it is their own. */
const builtBy = (giver: Giver) => ({
  run: {
    trainer: emailOf("tomas"),
    commit: "4f1c2b0",
    ...(giver.own && giver.name ? { committers: [emailOf(giver.name)] } : {}),
  },
});

export const draft = (world: World, giver: Giver): Promise<Version> => world.draft(builtBy(giver));
export const submitted = async (world: World, giver: Giver): Promise<Review> => world.submit(await draft(world, giver));
export const sealed = (world: World, giver: Giver, values = {}): Promise<Review> =>
  world.sealed(values, builtBy(giver));

export async function recommended(world: World, giver: Giver): Promise<Review> {
  const review = await sealed(world, giver);
  await world.recommend(review);
  return review;
}

/** Approved by Priya and Daniel, with one condition that Amara owns. */
export async function conditional(
  world: World,
  giver: Giver,
  ownerId = world.people.amara,
): Promise<Review & { conditionId: string }> {
  const review = await sealed(world, giver, { "perf.gini": 0.2 });
  await world.propose(review, ["perf.gini"], ownerId);
  await world.recommend(review);
  await world.approve(review, "priya");
  await world.approve(review, "daniel");
  return {
    ...review,
    conditionId: (await one(world, "condition", { review_id: review.reviewId, state: "in_force" })).id,
  };
}
