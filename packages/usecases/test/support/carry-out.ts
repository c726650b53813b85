import { job, type Name, type World } from "@countersign/testing";
import { type Actor, commands, type Result } from "../../src/index.ts";
import type { Giver } from "./scene.ts";
import { type Given, scenes } from "./scenes.ts";

/** Somebody who may give the command. */
const givers: Record<Given, Name | Actor> = {
  "instance.set_up": { kind: "operator", name: "shell" },
  "instance.go_live": "ingrid",
  "person.invite": "ingrid",
  "person.rename": "ingrid",
  "person.deactivate": "ingrid",
  "credential.reset": "ingrid",
  "role.grant": "ingrid",
  "role.confirm": "ingrid",
  "role.revoke": "ingrid",
  "workspace.define": "ingrid",
  "environment.define": "ingrid",
  "token.create": "ingrid",
  "token.rotate": "ingrid",
  "token.revoke": "ingrid",
  "model.register": "amara",
  "model.accept": "sofia",
  "model.reject": "sofia",
  "model.edit": "amara",
  "model.tier": "sofia",
  "model.suspend": "sofia",
  "model.restore": "sofia",
  "version.draft": "tomas",
  "version.attach": "tomas",
  "version.submit": "tomas",
  "version.annotate": "tomas",
  "contributor.map": "sofia",
  "check.rerun": "liwei",
  "check.record": job,
  "review.seal": job,
  "review.mark": "liwei",
  "review.comment": "tomas",
  "review.assign": "sofia",
  "review.unassign": "sofia",
  "finding.raise": "liwei",
  "finding.answer": "tomas",
  "finding.close": "liwei",
  "condition.propose": "liwei",
  "condition.give_evidence": "amara",
  "condition.accept": "liwei",
  "review.recommend": "liwei",
  "review.decide": "priya",
  "review.request_changes": "liwei",
  "decision.withdraw": "liwei",
  "review.withdraw": "tomas",
  "review.resume": "tomas",
  "approval.revoke": "sofia",
  "approval.expire": job,
  "alias.promote": "dirk",
  "alias.roll_back": "dirk",
  "policy.publish": "sofia",
  "policy.confirm": "hanna",
  "evidence.export": "ruth",
  "event.list": "ruth",
};

export const giverOf = (world: World, name: Given): Giver => {
  const who = givers[name];
  return typeof who === "string" ? { actor: world.as(who), name: who } : { actor: who };
};

/** Gives a command on a scene of its own, by somebody who may. */
export async function carryOut(world: World, name: Given): Promise<Result<Record<string, unknown>>> {
  const giver = giverOf(world, name);
  return give(world, name, giver, await scenes[name](world, giver));
}

export async function give(
  world: World,
  name: Given,
  giver: Giver,
  input: object,
  options: Parameters<World["try"]>[3] = {},
): Promise<Result<Record<string, unknown>>> {
  const definition = commands.get(name);
  if (!definition) throw new Error(`${name} is not registered`);
  return world.try(giver.name ?? giver.actor, definition, input, options);
}
