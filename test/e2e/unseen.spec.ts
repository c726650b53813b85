import { readFileSync } from "node:fs";
import { createServer, connect, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { countersign } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { ci, fresh, ownModel } from "./support/own.ts";
import { root } from "./support/product.ts";

interface Status {
  state: string;
  reviews: {
    verdict: string;
    checks: {
      check: string;
      verdict: string;
      outcome: string | null;
      reason: string | null;
      assurance: string;
      measurements: { sentence: string | null }[];
    }[];
  }[];
}

const unseen = join(root, "test/fixtures/unseen");
const stories = {
  "three-classes": "multiclass",
  "one-tensor": "binary",
  regression: "regression",
  "predictions-only": "binary",
} as const;

for (const [name, task] of Object.entries(stories)) {
  test(`${name}: from register to gate, each planted fault is named and nothing else of what is sound`, async ({
    ready,
  }) => {
    const model = fresh(name);
    await ownModel(ready, model, task);
    const settings = await ci(ready);
    const run = async (...args: string[]): Promise<string> => {
      const ended = await countersign(args, settings);
      expect([ended.code, ended.err]).toEqual([0, ""]);
      return ended.out;
    };
    const ref = (await run("register", join(unseen, name), "--model", model)).trim();
    expect(ref).toBe(`${model}/1`);
    await run("submit", ref, "--env", "production");
    const status = JSON.parse(await run("status", ref, "--wait", "--json")) as Status;
    const checks = new Map(status.reviews[0]?.checks.map((check) => [check.check, check]));
    const expected = JSON.parse(readFileSync(join(unseen, name, "expected.json"), "utf8")) as Record<
      string,
      [verdict: string, sentence?: string]
    >;
    expect(Object.keys(expected).map((id) => [id, checks.get(id)?.verdict])).toEqual(
      Object.entries(expected).map(([id, [verdict]]) => [id, verdict]),
    );
    for (const [id, [, sentence = ""]] of Object.entries(expected))
      expect(
        checks
          .get(id)
          ?.measurements.map((m) => m.sentence)
          .join("\n"),
        id,
      ).toContain(sentence);
    expect([...checks.values()].filter((check) => check.verdict === "error")).toEqual([]);
    expect(checks.get("repro.declared")?.assurance).toBe(
      name === "predictions-only" ? "supplied_predictions" : "recomputed",
    );
    const gate = await countersign(["gate", ref, "--env", "production", "--json"], settings);
    expect([gate.code, (JSON.parse(gate.out) as { answer: string }).answer]).toEqual([1, "deny"]);
  });
}

/** Stands before the gateway. Once, it lets a version be registered and cuts the connection before the answer comes back. */
function cutting(gateway: string): Promise<{ server: Server; url: string; cuts: () => number }> {
  const { hostname, port } = new URL(gateway);
  let cuts = 0;
  const server = createServer((client: Socket) => {
    const behind = connect(Number(port), hostname);
    let cut = false;
    client.on("data", (chunk: Buffer) => {
      if (cuts === 0 && chunk.includes("POST /v1/versions ")) cut = true;
      behind.write(chunk);
    });
    behind.on("data", (chunk: Buffer) => {
      if (!cut) return void client.write(chunk);
      cuts++;
      client.destroy();
    });
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const)
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
  });
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () =>
      done({ server, url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, cuts: () => cuts }),
    ),
  );
}

test("a registration that was cut after it was done is run again, and prints the same version", async ({ ready }) => {
  const model = fresh("cut");
  await ownModel(ready, model);
  const { server, url, cuts } = await cutting(ready.gateway);
  const settings = { ...(await ci(ready)), COUNTERSIGN_URL: url };
  const register = () => countersign(["register", join(unseen, "one-tensor"), "--model", model], settings);
  const versions = () =>
    select(
      ready,
      "select v.number::int, v.label from gov.version v join gov.model m on m.id = v.model_id where m.key = $1",
      [model],
    );
  const first = await register();
  expect([first.code, first.out, cuts()]).toEqual([1, "", 1]);
  expect(first.err).toContain("broke before the answer came");
  expect(await versions()).toEqual([{ number: 1, label: "1.0" }]);
  expect(await register()).toMatchObject({
    code: 0,
    out: `${model}/1\n`,
    err: expect.stringContaining("nothing new was made"),
  });
  expect(await versions()).toHaveLength(1);
  const other = await countersign(
    ["register", join(unseen, "one-tensor"), "--model", model, "--label", "other"],
    settings,
  );
  expect([other.code, other.out]).toEqual([0, `${model}/2\n`]);
  server.close();
});
