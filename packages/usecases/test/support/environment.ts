import { type World, worldPolicy } from "@countersign/testing";
import { confirmPolicy, defineEnvironment, publishPolicy } from "../../src/index.ts";
import { fresh } from "./scene.ts";

/** An environment of its own under a policy that differs from the world's; answers its key. */
export async function environmentWith(world: World, change: object, protects: string[] = []): Promise<string> {
  const key = fresh("env");
  await world.act("ingrid", defineEnvironment, { key, title: "An environment", protects });
  await publish(world, {
    ...worldPolicy,
    key: fresh("policy"),
    appliesTo: { ...worldPolicy.appliesTo, environments: [key] },
    ...change,
  });
  return key;
}

/** Publishes a revision by two people. */
async function publish(world: World, document: object): Promise<string> {
  const { revisionId } = await world.act<{ revisionId: string }>("sofia", publishPolicy, { document });
  await world.act("hanna", confirmPolicy, { revisionId });
  return revisionId;
}
