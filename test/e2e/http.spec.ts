import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { governed, select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { ci, fresh } from "./support/own.ts";
import type { Ready } from "./support/product.ts";
import { http, operator, Terminal, terminal } from "./support/terminal.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const machine = async (ready: Ready): Promise<Terminal> =>
  new Terminal(ready.gateway, (await ci(ready))["COUNTERSIGN_TOKEN"] ?? "");

/** Promises `bytes` under `digest`, sends a part of them and hangs up. */
async function hangUp(ready: Ready, bearer: string, digest: string, bytes: Uint8Array, part: number): Promise<void> {
  const { hostname, port } = new URL(ready.gateway);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((done) => socket.once("connect", done));
  socket.write(
    `PUT /v1/artifacts/${digest} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${bearer}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`,
  );
  await new Promise<void>((done) => socket.write(bytes.subarray(0, part), () => done()));
  socket.destroy();
}

test("an upload cut at half, and one of other bytes, leave nothing behind; the whole one is then kept", async ({
  ready,
}) => {
  const { bearer, url } = await machine(ready);
  const bytes = randomBytes(3_000_000);
  const digest = sha256(bytes);
  const put = (body: Uint8Array) =>
    http(`${url}/v1/artifacts/${digest}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/octet-stream" },
      body: new Uint8Array(body),
    });
  const stored = () => select(ready, "select size::int as size from ops.artifact where sha256 = $1", [digest]);
  const folder = join(ready.data, "artifacts", digest.slice(0, 2), digest.slice(2, 4));
  const inStore = (): string[] =>
    readdirSync(join(ready.data, "artifacts"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.includes(digest) || name.startsWith("incoming/"),
    );

  await hangUp(ready, bearer, digest, bytes, bytes.length / 2);
  expect((await put(randomBytes(1000))).body).toMatchObject({
    type: "urn:countersign:problem:digest_mismatch",
    status: 422,
  });
  await expect.poll(inStore, folder).toEqual([]);
  expect(await stored()).toEqual([]);
  expect((await put(bytes)).body).toEqual({ sha256: digest, size: bytes.length, existed: false });
  expect((await put(bytes)).body).toMatchObject({ existed: true });
  expect(await stored()).toEqual([{ size: bytes.length }]);
});

test("an artifact that is announced as larger than one may be is refused before it is sent", async ({ ready }) => {
  const { bearer } = await machine(ready);
  const { hostname, port } = new URL(ready.gateway);
  const digest = sha256(randomBytes(8));
  const socket = connect(Number(port), hostname);
  socket.write(
    `PUT /v1/artifacts/${digest} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${bearer}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${9 * 1024 ** 3}\r\n\r\nx`,
  );
  const answer = await new Promise<string>((done) => socket.once("data", (chunk) => done(String(chunk))));
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*larger than the 8 GiB/);
  expect(await select(ready, "select count(*)::int as n from ops.artifact where sha256 = $1", [digest])).toEqual([
    { n: 0 },
  ]);
});

test("a request sent again under its key is done once and answered alike; by another actor the key says nothing", async ({
  ready,
}) => {
  const amara = await terminal(ready, "Amara");
  const input = { key: fresh("once"), title: "Once", task: "binary", purpose: "Registered twice under one key." };
  const headers = { "idempotency-key": fresh("key") };
  const [first, second] = await Promise.all([
    amara.command("model.register", input, headers),
    amara.command("model.register", input, headers),
  ]);
  expect(first.status).toBe(200);
  expect(second).toEqual(first);
  expect(await amara.command("model.register", input, headers)).toEqual(first);
  expect(await select(ready, "select count(*)::int as n from gov.model where key = $1", [input.key])).toEqual([
    { n: 1 },
  ]);
  const sofia = await (await terminal(ready, "Sofia")).command("model.register", input, headers);
  expect([sofia.status, sofia.words]).toEqual([409, expect.stringContaining("It exists already")]);
});

const bodies: [
  what: string,
  send: (to: Terminal) => Promise<{ status: number; body: Record<string, unknown> }>,
  status: number,
][] = [
  [
    "no JSON",
    (to) =>
      http(`${to.url}/v1/versions`, {
        method: "POST",
        headers: { authorization: `Bearer ${to.bearer}`, "content-type": "application/json" },
        body: "{half",
      }),
    400,
  ],
  ["five megabytes of JSON", (to) => to.send("versions", { filler: "x".repeat(5_000_000) }), 413],
  ["a list in place of fields", (to) => to.send("commands/model.register", []), 422],
  ["null in place of fields", (to) => to.send("versions/credit-pd/3/submit", null), 422],
  ["nothing", (to) => to.send("commands/model.register", {}), 422],
  [
    "JSON nested a hundred thousand deep",
    (to) =>
      http(`${to.url}/v1/commands/policy.publish`, {
        method: "POST",
        headers: { authorization: `Bearer ${to.bearer}`, "content-type": "application/json" },
        body: `{"document":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
      }),
    422,
  ],
  [
    "a field of the prototype",
    (to) =>
      http(`${to.url}/v1/commands/model.register`, {
        method: "POST",
        headers: { authorization: `Bearer ${to.bearer}`, "content-type": "application/json" },
        body: '{"__proto__":{"roles":["administrator"]},"key":"x","title":"x","task":"binary"}',
      }),
    422,
  ],
  ["a command that is a property of every object", (to) => to.send("commands/constructor", {}), 404],
  ["a query that is a property of every object", (to) => to.send("queries/constructor", {}), 404],
  ["a digest that is none", (to) => to.send("artifacts/zzz", {}, {}, "PUT"), 422],
  ["an address that is none", (to) => to.send("approve/everything", {}), 404],
  [
    "a version with a hostile name",
    (to) =>
      http(`${to.url}/v1/versions/credit-pd/${encodeURIComponent("1'; drop table gov.decision;--")}`, {
        headers: { authorization: `Bearer ${to.bearer}` },
      }),
    404,
  ],
  [
    "two ways of asking the gate at once",
    (to) =>
      http(`${to.url}/v1/gate?environment=production&model=credit-pd&version=1&digest=${"0".repeat(64)}`, {
        headers: { authorization: `Bearer ${to.bearer}` },
      }),
    422,
  ],
  [
    "the gate without an environment",
    (to) => http(`${to.url}/v1/gate?model=credit-pd&version=1`, { headers: { authorization: `Bearer ${to.bearer}` } }),
    422,
  ],
  [
    "a key longer than a key can be",
    (to) => to.command("model.register", {}, { "idempotency-key": "k".repeat(5000) }),
    422,
  ],
];

for (const [what, send, status] of bodies) {
  test(`HTTP, ${what}: ${status} with a title, what is wrong and what to do; nothing done`, async ({ ready }) => {
    const before = await governed(ready);
    const answer = await send(operator(ready));
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      title: expect.any(String),
      detail: expect.any(String),
      action: expect.any(String),
      status,
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|\.js:|ZodError/);
    expect(await governed(ready)).toEqual(before);
  });
}

test("the OpenAPI description is served and is 3.1", async ({ ready }) => {
  const { body } = await http(`${ready.gateway}/v1/openapi.json`);
  expect(body["openapi"]).toBe("3.1.0");
  expect(Object.keys(body["paths"] as object)).toEqual(
    expect.arrayContaining(["/v1/gate", "/v1/versions", "/v1/artifacts/{sha256}"]),
  );
});
