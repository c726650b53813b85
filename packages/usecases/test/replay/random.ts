import { type Name, names, type World } from "@countersign/testing";
import { give, giverOf } from "../support/carry-out.ts";
import type { Giver } from "../support/scene.ts";
import { type Given, scenes } from "../support/scenes.ts";

/** Mulberry32: the same seed tells the same story again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Tally {
  carriedOut: number;
  refused: number;
  kinds: Set<string>;
  commands: Set<string>;
}

/** The cast without those whose going would end the play for everybody. */
const players = names.filter((name) => name !== "ingrid");

/**
 * Gives `count` commands drawn from the registry: two thirds on a scene of their own, the others with an input that was
 * given before, by whoever comes; half of all by somebody who may.
 */
export async function randomCommands(world: World, seed: number, count: number): Promise<Tally> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const all = Object.keys(scenes) as Given[];
  const given: { name: Given; input: object }[] = [];
  const tally: Tally = { carriedOut: 0, refused: 0, kinds: new Set(), commands: new Set() };
  for (let turn = 0; turn < count; turn++) {
    const again = given.length > 0 && next() < 0.33 ? pick(given) : null;
    const name = again?.name ?? pick(all);
    const right = next() < 0.5;
    const player: Name = pick(players);
    const giver: Giver = right ? giverOf(world, name) : { actor: world.as(player), name: player };
    const input = again?.input ?? (await scenes[name](world, giver));
    const result = await give(world, name, giver, input);
    given.push({ name, input });
    tally.commands.add(name);
    if (result.ok) tally.carriedOut++;
    else {
      tally.refused++;
      tally.kinds.add(result.refusal.kind);
    }
  }
  return tally;
}
