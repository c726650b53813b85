import type pg from "pg";
import { choicesAgree, countsAgree } from "../agreement.ts";
import { find } from "../attempts/attempt.ts";
import { attempts } from "../attempts/every.ts";
import { Forger, guardOf } from "../forge.ts";
import { badRows } from "../rows/every.ts";
import { breakRule, ruleOf } from "../rows/row.ts";
import type { Scenes } from "../scenes.ts";
import { type Item, removalsOf } from "./catalogue.ts";

/** One test of the raw-SQL suite, as something that can be run again. */
export interface Probe {
  test: string;
  refusedBy: string;
  table: string | null;
  /** Under whose login; null: the superuser's. */
  role: string | null;
  run(sql: Forger, scenes: Scenes): Promise<unknown>;
  told(error: unknown): string;
}

/** What the database answers, beside what it refuses. */
const answers: Probe[] = (
  [
    ["the database counts as the policy does", "agreed", (sql, scenes) => countsAgree(sql, scenes, 40)],
    [
      "the database chooses a policy as the policy's rules do",
      "agreed",
      (sql, scenes) => choicesAgree(sql, scenes, 40),
    ],
    [
      "the heads that are locked are those that were asked for",
      "one",
      async (sql) => {
        throw new Error(
          await find(
            sql,
            "select case count(*) when 1 then 'one' else 'others' end from audit.lock(array(select min(stream) from audit.stream))",
          ),
        );
      },
    ],
  ] as const satisfies [string, string, Probe["run"]][]
).map(([test, refusedBy, run]) => ({
  test,
  refusedBy,
  table: null,
  role: null,
  run,
  told: (error) => guardOf(error).split("\n")[0] ?? "",
}));

/** Constraints, our own refusals, and what stands where nothing did. Anything else is a fault of the bench, and no red test. */
const isRefusal = (error: unknown): boolean => /^(23...|42501|40001)$/.test((error as { code?: string }).code ?? "");

/** Refusals for want of a privilege are none of a rule's: the grants have their own list. */
const byPrivilege = /^(permission denied|must be owner)/;

export const probes: Probe[] = [
  ...Object.values(attempts)
    .flat()
    .filter(({ refusedBy }) => !byPrivilege.test(refusedBy))
    .map(({ attempt, refusedBy, role = "countersign_app", steps }): Probe => ({
      test: attempt,
      refusedBy,
      table: null,
      role,
      run: (sql, scenes) => steps(sql, scenes),
      told: guardOf,
    })),
  ...answers,
  ...badRows.map((row): Probe => ({
    test: `${row.refusedBy} holds on ${row.table}`,
    refusedBy: row.refusedBy,
    table: row.table,
    role: null,
    run: (sql) => breakRule(sql, row),
    told: ruleOf,
  })),
];

/** Tries the suite on a database from which rules were taken; whatever happens is taken back. */
export class Bench {
  readonly #client: pg.PoolClient;
  readonly #scenes: Scenes;

  constructor(client: pg.PoolClient, scenes: Scenes) {
    this.#client = client;
    this.#scenes = scenes;
  }

  /** The first test that no longer meets what it must, with what it met. Null: none notices. */
  async firstRed(without: Item[], among: Iterable<Probe>): Promise<{ test: string; met: string } | null> {
    for await (const red of this.reds(without, among)) return red;
    return null;
  }

  /** Every test that no longer meets what it must. */
  async *reds(without: Item[], among: Iterable<Probe>): AsyncGenerator<{ test: string; met: string }> {
    await this.#client.query("begin");
    try {
      for (const removal of removalsOf(...without)) await this.#client.query(removal);
      for (const probe of among) {
        const met = await this.#try(probe);
        if (met !== probe.refusedBy) yield { test: probe.test, met };
      }
    } finally {
      await this.#client.query("rollback");
    }
  }

  async #try({ role, table, run, told }: Probe): Promise<string> {
    const sql = new Forger(this.#client, this.#scenes.world.people.priya);
    await this.#client.query("savepoint tried");
    try {
      if (role) await this.#client.query(`set local session authorization ${role}`);
      await run(sql, this.#scenes);
      await this.#client.query("set constraints all immediate");
      return told(null);
    } catch (error) {
      if (!isRefusal(error) && (role !== null || table !== null)) throw error;
      return told(error);
    } finally {
      await this.#client.query("rollback to savepoint tried");
    }
  }
}

/** The tests that speak of an item: by the names under which it refuses, on its own table where it has one; of a requirement, all. */
export const probesOf = (item: Item): Probe[] =>
  item.kind === "requirement"
    ? [...answers, ...probes.filter(({ role }) => role !== null)]
    : probes.filter(
        ({ refusedBy, table }) =>
          item.names.includes(refusedBy) && (table === null || item.table === null || table === item.table),
      );
