import { afterAll, expect, test } from "vitest";
import { Bench, probes, probesOf } from "./break-it/bench.ts";
import { catalogue, type Item } from "./break-it/catalogue.ts";
import { heldTwice } from "./break-it/held-twice.ts";
import { buildScenes } from "./scenes.ts";

// Read before the tests are listed: the list is the database's own, so a new rule without a test fails here.
const scenes = await buildScenes();
const client = await scenes.world.database.admin.pool.connect();
const items = await catalogue(scenes.world.database.admin.pool);
const bench = new Bench(client, scenes);
afterAll(async () => {
  client.release();
  await scenes.world.end();
});

/** A test that goes red without both rules and not without the second alone: the first one's doing. */
async function redTogether(item: Item, second: Item): Promise<string | null> {
  const alone = new Set<string>();
  for await (const red of bench.reds([second], probesOf(item))) alone.add(red.test);
  for await (const red of bench.reds([item, second], probesOf(item))) if (!alone.has(red.test)) return red.test;
  return null;
}

test("with every rule in place each test meets what it must", async () => {
  expect(await bench.firstRed([], probes)).toBeNull();
});

test("the list is of rules that are there, each once", () => {
  const names = items.map(({ kind, item }) => `${kind} ${item}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const item of Object.entries(heldTwice).flat()) expect(items.map((one) => one.item)).toContain(item);
});

test.for(items)("without the $kind $item a test goes red", async (item, { task }) => {
  const red = await bench.firstRed([item], probesOf(item));
  const second = items.find((one) => one.item === heldTwice[item.item]);
  const together = second ? await redTogether(item, second) : null;
  Object.assign(task.meta, {
    kind: item.kind,
    item: item.item,
    red: red?.test ?? together,
    met: red?.met ?? null,
    second: second?.item ?? null,
  });
  if (second) expect([red, together]).toEqual([null, expect.any(String)]);
  else expect(red).not.toBeNull();
});
