import {
  acceptModel,
  type Actor,
  type AnyCommand,
  confirmPolicy,
  createToken,
  defaultWorkspace,
  defineEnvironment,
  execute,
  goLive,
  grantRole,
  invitePerson,
  makeSetUpLink,
  openDeps,
  publishPolicy,
  registerModel,
  setUp,
  tierModel,
} from "@countersign/usecases";
import { sql } from "@countersign/db";
import { hash } from "@node-rs/argon2";
import { stagingPolicy, worldPolicy } from "./policy.ts";
import { cast, emailOf, modelKey, type Name, names, passwordOf, tierOne, type WorldState } from "./state.ts";

/** Brings an empty database from set-up to a live instance, through the product's own commands. */
export async function buildWorld(databaseUrl: string, artifacts: string): Promise<WorldState> {
  const deps = await openDeps({ databaseUrl, artifacts, portalUrl: "http://portal.test", name: "countersign-test" });
  const seed = { ...deps, origin: "seed" as const };
  const act = async <O>(actor: Actor, command: { name: string }, input: unknown): Promise<O> => {
    const result = await execute(command === goLive ? deps : seed, actor, command as AnyCommand, input);
    if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal)}`);
    return result.value as O;
  };
  const link = await makeSetUpLink(deps);
  const first = await act<{ personId: string }>({ kind: "operator", name: "test" }, setUp, {
    link,
    origin: "test.log",
    name: "ingrid",
    email: emailOf("ingrid"),
    password: passwordOf("ingrid"),
  });
  const people: Partial<Record<Name, string>> = { ingrid: first.personId };
  const as = (name: Name): Actor => ({ kind: "user", personId: people[name] ?? "" });
  for (const name of names.slice(1)) {
    const { personId } = await act<{ personId: string }>(as("ingrid"), invitePerson, {
      name,
      email: emailOf(name),
      initialPassword: passwordOf(name),
    });
    people[name] = personId;
    for (const role of cast[name]) await act(as("ingrid"), grantRole, { personId, role });
  }
  await act(as("ingrid"), defineEnvironment, {
    workspaceId: defaultWorkspace,
    key: "production",
    title: "Production",
    protects: ["champion"],
  });
  await act(as("ingrid"), defineEnvironment, {
    workspaceId: defaultWorkspace,
    key: "staging",
    title: "Staging",
    protects: ["candidate"],
  });
  for (const document of [worldPolicy, stagingPolicy]) {
    const { revisionId } = await act<{ revisionId: string }>(as("sofia"), publishPolicy, { document });
    await act(as("hanna"), confirmPolicy, { revisionId });
  }
  const { modelId } = await act<{ modelId: string }>(as("amara"), registerModel, {
    key: modelKey,
    title: "Retail credit PD",
    task: "binary",
  });
  await act(as("sofia"), acceptModel, { modelId });
  await act(as("sofia"), tierModel, { modelId, answers: { scores: tierOne, circumstances: [] } });
  const ci = await act<{ tokenId: string; secret: string }>(as("ingrid"), createToken, {
    label: "ci",
    ownerId: people.tomas,
    roles: ["developer"],
  });
  await act(as("ingrid"), goLive, {});
  // The same passwords under a cheap hash: tests prove identity hundreds of times, and the product reads the cost from the hash.
  for (const name of names) {
    await deps.database.db.execute(
      sql`update ops.account set password_hash = ${await hash(passwordOf(name), { memoryCost: 8, timeCost: 1, parallelism: 1 })} where email = ${emailOf(name)}`,
    );
  }
  await deps.database.end();
  return { people: people as Record<Name, string>, modelId, ci: { tokenId: ci.tokenId, secret: ci.secret } };
}
