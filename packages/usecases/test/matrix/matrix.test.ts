import { sql } from "@countersign/db";
import { type CommandName, commandNames, type RefusalKind } from "@countersign/domain";
import { newWorld, passwordOf, type World } from "@countersign/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../src/index.ts";
import type { Giver } from "../support/scene.ts";
import { asked, type Given, scenes } from "../support/scenes.ts";
import { everything, newEvents } from "../support/trail.ts";
import { type Column, columns } from "./actors.ts";
import { matrix, type Row } from "./rows.ts";

let world: World;
let actors: Column[];
let cells = 0;
let carriedOut = 0;
beforeAll(async () => {
  world = await newWorld();
  actors = await columns(world);
});
afterAll(async () => {
  process.stdout.write(
    `permission matrix: ${Object.keys(matrix).length} commands, ${actors.length} kinds of actor, ${cells} cells, ${carriedOut} carried out, ${cells - carriedOut} refused\n`,
  );
  await world.end();
});

/** What a cell of the matrix is to show: carried out, or refused in this way. */
function expected(name: Given, row: Row, { as }: Column): RefusalKind | "carried out" {
  const then = row.always ?? "carried out";
  const people = row.people.length > 0 || row.but !== undefined;
  switch (as) {
    case "job":
      return row.job ? then : "not_permitted";
    case "operator":
      return row.operator ? then : "not_permitted";
    case "deactivated":
      return commands.get(name)?.reauthenticate ? "reauthenticate" : "not_in_force";
    case "ended token":
      return "not_in_force";
    case "narrow token":
      return "not_permitted";
    case "nobody":
      return people ? "not_found" : "not_permitted";
    case "elsewhere":
      return name === "event.list" ? then : people ? "not_found" : "not_permitted";
    default:
      if ("token" in as) return row.tokens?.includes(as.token) ? then : "not_permitted";
      return row.people.includes(as.person) ? then : (row.but?.[as.person] ?? "not_permitted");
  }
}

async function give(name: Given, giver: Giver, input: object) {
  const definition = commands.get(name);
  if (!definition) throw new Error(`${name} is not registered`);
  cells++;
  const proof =
    definition.reauthenticate && giver.actor.kind === "user" && !giver.name ? { password: passwordOf("nobody") } : {};
  const result = await world.try(giver.name ?? giver.actor, definition, { ...proof, ...input });
  if (result.ok) carriedOut++;
  return result;
}

/** Gives a command that must be refused: it leaves one event, of the refusal, and nothing else. */
async function refused(name: Given, giver: Giver, input: object, kind: RefusalKind, label: string): Promise<void> {
  const since = await newEvents(world);
  const result = await give(name, giver, input);
  expect(result.ok ? `carried out by ${label}` : result.refusal.kind, `${name} by ${label}`).toBe(kind);
  const events = await since();
  expect(
    events.map(({ act, data }) => ({ act, command: data["command"], refusal: data["refusal"] })),
    `${name} by ${label}`,
  ).toEqual([{ act: "attempt.refused", command: name, refusal: kind }]);
}

test("every command has its row, its scene and its place in the registry", () => {
  const given = commandNames.filter((name) => !(asked as readonly string[]).includes(name)).toSorted();
  expect(Object.keys(matrix).toSorted()).toEqual(given);
  expect(Object.keys(scenes).toSorted()).toEqual(given);
  expect([...commands.keys()].toSorted()).toEqual(given);
});

describe.each(Object.entries(matrix) as [Given & CommandName, Row][])("%s", (name, row) => {
  test("whoever may not give it is refused in the way the matrix says, and nothing has changed", async () => {
    const input = await scenes[name](world, { actor: world.as("nobody") });
    const before = await everything(world);
    for (const column of actors) {
      const kind = expected(name, row, column);
      if (
        kind !== "carried out" &&
        !(typeof column.as === "object" && "person" in column.as && row.but?.[column.as.person])
      )
        await refused(name, column, input, kind, column.label);
    }
    expect(await everything(world)).toEqual(before);
  });

  test("whoever may give it carries it out, and a rule of the scene refuses the others", async () => {
    for (const column of actors) {
      const kind = expected(name, row, column);
      const may = kind === "carried out";
      const ruled = typeof column.as === "object" && "person" in column.as && row.but?.[column.as.person];
      if (!may && !ruled) continue;
      const input = await scenes[name](world, column);
      if (ruled) await refused(name, column, input, ruled, column.label);
      else expect(await give(name, column, input), `${name} by ${column.label}`).toMatchObject({ ok: true });
    }
  });

  if (row.own)
    test("nobody gives it on their own work", async () => {
      for (const [person, kind] of row.own ?? []) {
        const giver = { actor: world.as(person), name: person, own: true };
        const input = await scenes[name](world, name === "role.confirm" ? { actor: giver.actor } : giver);
        await refused(name, giver, input, kind, `${person}, own work`);
      }
    });
});

test("the matrix is held by the log too: no act was recorded of an actor who may not give it", async () => {
  const found = await world.deps.database.db.execute<{
    n: string;
  }>(sql`select count(*) as n from audit.event where convert_from(core, 'UTF8')::jsonb ->> 'act' <> 'attempt.refused'
    and convert_from(core, 'UTF8')::jsonb -> 'actor' ->> 'person' = ${world.people.nobody}`);
  expect(Number(found.rows[0]?.n)).toBe(0);
});
