import { type Refusal, type RefusalKind, saidRefusal } from "@countersign/domain";
import type { Name, World } from "@countersign/testing";
import { expect, test } from "vitest";
import type { Actor } from "../../src/index.ts";
import { everything } from "../support/trail.ts";

/** What is tried once everything is prepared. */
interface Attempt {
  who: Name | Actor;
  command: { name: string };
  input: object;
  options?: Parameters<World["try"]>[3];
}

/** One way not to be let through: what it is, the refusal that must come, and the attempt. */
export type Guard = [
  says: string,
  refusal: Partial<Refusal> & { kind: RefusalKind },
  prepare: (world: World) => Promise<Attempt>,
];

/** Each guard: the attempt is refused in just this way, and no governed row has changed. */
export function guarded(world: () => World, guards: readonly Guard[]): void {
  test.each(guards)("refused: %s", async (_says, refusal, prepare) => {
    const { who, command, input, options } = await prepare(world());
    const before = await everything(world());
    const result = await world().try(who, command, input, options);
    expect(result.ok ? { carriedOut: result.value } : saidRefusal(result.refusal)).toMatchObject(refusal);
    expect(await everything(world())).toEqual(before);
  });
}

/** Brings about what no command leads to, as the database's owner: triggers off, one statement, triggers on. */
export async function forced(world: World, table: string, statement: string): Promise<void> {
  await world.database.admin.pool.query(`alter table gov.${table} disable trigger all`);
  try {
    await world.database.admin.pool.query(statement);
  } finally {
    await world.database.admin.pool.query(`alter table gov.${table} enable trigger all`);
  }
}

export const later = (world: World, days: number): { deps: World["deps"] } => ({
  deps: { ...world.deps, now: () => new Date(Date.now() + days * 86_400_000) },
});
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
export const reason = "Read in full; the numbers are those of the registered bytes.";
