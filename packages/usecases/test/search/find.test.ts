import { type Name, newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  acceptModel,
  type Actor,
  createToken,
  grantRole,
  invitePerson,
  query,
  registerModel,
  search,
} from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const key of ["card-fraud", "card-fraud-north"])
    await world.act("amara", registerModel, { key, title: `Title of ${key}`, task: "binary", purpose: "To be found." });
});
afterAll(() => world.end());

async function found(q: string, who: Name | Actor = "ruth") {
  const asked = await query(world.deps, typeof who === "string" ? world.as(who) : who, search, { q });
  return asked.ok ? asked.value.results : [];
}
const hrefs = async (q: string, who?: Name | Actor): Promise<string[]> => (await found(q, who)).map(({ href }) => href);

test("every word has to be in a model's key or title; the key that begins with what was typed comes first", async () => {
  expect(await hrefs("FRAUD card")).toEqual(["/models/card-fraud", "/models/card-fraud-north"]);
  expect(await hrefs("card-fraud-n")).toEqual(["/models/card-fraud-north"]);
  expect(await hrefs("no such thing")).toEqual([]);
  expect(await hrefs("  ")).toEqual([]);
});

test("more models than are told lead to the list of all of them", async () => {
  for (let n = 1; n <= 7; n++)
    await world.act("amara", registerModel, { key: `many-${n}`, title: `Many ${n}`, task: "binary", purpose: "Many." });
  const many = await found("many");
  expect(many).toHaveLength(7);
  expect(many.at(-1)).toMatchObject({ title: "All 7 models with “many”", href: "/models?q=many" });
  expect(await hrefs("many 7")).toEqual(["/models/many-7"]);
});

test("a version is found by number and alias of its model", async () => {
  await world.approved();
  const [{ number }] = (await world.database.admin.pool.query("select number from gov.version limit 1")).rows as [
    { number: string },
  ];
  const at = `/models/credit-pd/versions/${number}`;
  for (const q of [`credit-pd/${number}`, `credit pd ${number}`, `credit-pd / ${number}`, "credit-pd@champion"])
    expect(await hrefs(q), q).toContain(at);
  expect(await hrefs("credit-pd/no-such-label")).toEqual([]);
});

test("ids, digests and entries of the trail lead where they belong", async () => {
  const { rows } = await world.database.admin.pool.query(
    "select r.id as review, v.id as version, v.identity, v.number, m.id as model from gov.review r join gov.version v on v.id = r.version_id join gov.model m on m.id = v.model_id limit 1",
  );
  const [one] = rows as { review: string; version: string; identity: string; number: string; model: string }[];
  expect(await hrefs(one?.review ?? "")).toEqual([`/reviews/${one?.review}`]);
  expect(await hrefs(one?.version ?? "")).toEqual([`/models/credit-pd/versions/${one?.number}`]);
  expect(await hrefs(one?.model ?? "")).toEqual(["/models/credit-pd"]);
  expect(await hrefs(one?.identity ?? "")).toContain(`/models/credit-pd/versions/${one?.number}`);
  expect(await hrefs("#999999999")).toEqual([]);
});

test("a person is found by name and leads to what they did; a policy by its key", async () => {
  expect(await hrefs("amara")).toContain(`/audit?person=${world.people.amara}`);
  const [policy] = (await world.database.admin.pool.query("select key from gov.policy limit 1")).rows as {
    key: string;
  }[];
  expect(await hrefs(policy?.key ?? "")).toContain(`/policies/${policy?.key}`);
});

test("an act is offered to who may do it there, and leads to where it is done", async () => {
  expect(await found("suspend card-fraud-north", "sofia")).toEqual([]);
  const [{ id }] = (await world.database.admin.pool.query("select id from gov.model where key = 'card-fraud-north'"))
    .rows as [{ id: string }];
  await world.act("sofia", acceptModel, { modelId: id });
  expect(await found("Suspend card-fraud-north", "sofia")).toEqual([
    {
      kind: "model",
      title: "Suspend Title of card-fraud-north",
      note: "card-fraud-north",
      href: "/models/card-fraud-north?act=suspend",
    },
  ]);
  expect(await hrefs("suspend card-fraud-north", "tomas")).toEqual([]);
  expect(await hrefs("draft production", "hanna")).toEqual(["/policies/production/draft"]);
  expect(await hrefs("draft production", "priya")).toEqual([]);
});

test("of somebody without a role here nobody learns the name", async () => {
  const { personId } = await world.act<{ personId: string }>("ingrid", invitePerson, {
    name: "Quill Unseen",
    email: "quill@northgate.example",
  });
  expect(await hrefs("quill", "priya")).toEqual([]);
  await world.act("ingrid", grantRole, { personId, role: "developer" });
  expect(await hrefs("quill", "priya")).toEqual([`/audit?person=${personId}`]);
});

test("who holds no role finds nothing; a token limited to a model finds no other", async () => {
  expect(await hrefs("credit", "nobody")).toEqual([]);
  const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, {
    label: "one model",
    ownerId: world.people.tomas,
    roles: ["developer"],
    models: ["card-fraud"],
  });
  const token: Actor = { kind: "token", tokenId };
  expect(await hrefs("card fraud", token)).toEqual(["/models/card-fraud"]);
  expect(await hrefs("amara", token)).toEqual([]);
  const { rows } = await world.database.admin.pool.query("select id, identity from gov.version limit 1");
  const [version] = rows as { id: string; identity: string }[];
  for (const q of ["credit-pd/1", version?.id ?? "", version?.identity ?? ""])
    expect(await hrefs(q, token)).toEqual([]);
});
