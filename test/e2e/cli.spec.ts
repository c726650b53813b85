import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countersign, withToken } from "./support/cli.ts";
import { expect, passwordOf, test } from "./support/journey.ts";
import { ci, editedStory, fresh, ownModel, ownVersion, stories } from "./support/own.ts";
import { type Ready, root } from "./support/product.ts";
import { decide, markAll, recommended } from "./support/signing.ts";
import { operator, personOf, terminal } from "./support/terminal.ts";

const approved = async (ready: Ready, model: string, folder: string): Promise<string> => {
  await ownModel(ready, model);
  const { name, reviewId } = await ownVersion(ready, model, "one", folder, "countersign.yaml");
  await recommended(ready, reviewId);
  for (const who of ["Priya", "Daniel"]) {
    const approver = await terminal(ready, who);
    await markAll(approver, reviewId);
    expect((await decide(approver, reviewId)).status).toBe(200);
  }
  return name;
};

/** The story's version 1 as other bytes than anybody registered before: a comment in MLmodel, metadata in the graph. */
function otherBytes(mark: string): string {
  const folder = editedStory((yaml) => yaml);
  appendFileSync(join(folder, "versions/1.0/mlflow/MLmodel"), `\n# ${mark}\n`);
  const entry = Buffer.concat([
    Buffer.from([10, 4]),
    Buffer.from("mark"),
    Buffer.from([18, mark.length]),
    Buffer.from(mark),
  ]);
  appendFileSync(join(folder, "versions/1.0/model.onnx"), Buffer.concat([Buffer.from([114, entry.length]), entry]));
  return folder;
}

test("gate answers by alias, version, folder, file and digest, and names who approved", async ({ ready }) => {
  test.setTimeout(120_000);
  const settings = await ci(ready);
  const model = fresh("gate");
  const folder = otherBytes(model);
  const name = await approved(ready, model, folder);
  const gate = async (...what: string[]) => {
    const { code, out } = await countersign(["gate", ...what, "--env", "production", "--json"], settings);
    return {
      code,
      ...(JSON.parse(out) as {
        answer: string;
        versions: {
          matched: string;
          model: string;
          approval: { index: number | null; validUntil: string; signedBy: { name: string }[] } | null;
        }[];
      }),
    };
  };
  const [byAlias, byNumber, byLabel] = [await gate(`${model}@champion`), await gate(name), await gate(`${model}/one`)];
  for (const answer of [byAlias, byNumber, byLabel]) expect([answer.code, answer.answer]).toEqual([0, "allow"]);
  const approval = byNumber.versions[0]?.approval;
  expect(approval?.signedBy.map((signer) => signer.name).toSorted()).toEqual([
    "Daniel Okafor",
    "Li Wei Chen",
    "Priya Natarajan",
  ]);
  expect(Date.parse(approval?.validUntil ?? "")).toBeGreaterThan(Date.now());
  await expect
    .poll(async () => (await gate(name)).versions[0]?.approval?.index ?? 0, "recorded in the signed log")
    .toBeGreaterThan(0);

  const byFolder = await gate(join(folder, "versions/1.0/mlflow"));
  expect([byFolder.code, byFolder.versions[0]?.matched]).toEqual([0, "mlflow"]);
  const byFile = await gate(join(folder, "versions/1.0/model.onnx"));
  expect([byFile.code, byFile.versions[0]?.matched]).toEqual([0, "onnx"]);
  const identity =
    (
      JSON.parse((await countersign(["gate", name, "--env", "production", "--json"], settings)).out) as {
        versions: { identity: string }[];
      }
    ).versions[0]?.identity ?? "";
  expect((await gate("--digest", identity)).code).toBe(0);
  expect([(await gate(`${model}/9`)).code, (await gate("--digest", "0".repeat(64))).code]).toEqual([1, 1]);

  // The same bytes under review elsewhere: what one name may, the bytes alone no longer may.
  const twin = fresh("twin");
  await ownModel(ready, twin);
  await ownVersion(ready, twin, "one", folder, "countersign.yaml");
  const both = await gate("--digest", identity);
  expect([both.code, both.answer, both.versions.length]).toEqual([2, "cannot_decide", 2]);
  expect((await gate(name)).code).toBe(0);
});

test("status tells every check with verdict, outcome, value and detections; what is missing; whose turn", async ({
  ready,
}) => {
  const { code, out } = await countersign(["status", "credit-pd/2.0", "--wait", "--json"], await ci(ready));
  const status = JSON.parse(out) as {
    state: string;
    reviews: {
      url: string;
      turns: { role: string }[];
      missing: { text: string; who: string }[];
      checks: Record<string, unknown>[];
    }[];
  };
  const [review] = status.reviews;
  expect([code, status.state]).toEqual([0, "frozen"]);
  for (const check of review?.checks ?? [])
    expect(Object.keys(check)).toEqual(
      expect.arrayContaining(["check", "title", "state", "verdict", "outcome", "measurements"]),
    );
  expect(review?.checks.length).toBeGreaterThan(15);
  expect(review?.missing.every(({ text, who }) => text !== "" && who !== "")).toBe(true);
  expect(review?.turns.map(({ role }) => role)).toContain("validator");
  expect(review?.url.startsWith(ready.portal)).toBe(true);
});

test("a person signs in at a terminal, proposes a policy, another publishes it, an open review keeps the one it pinned", async ({
  ready,
}) => {
  const key = fresh("journey-policy");
  const folder = mkdtempSync(join(tmpdir(), "countersign-policy-"));
  const source = readFileSync(join(root, "packages/domain/data/policies/t1-binary-production.yaml"), "utf8");
  writeFileSync(
    join(folder, "policy.yaml"),
    source
      .replace("key: t1-binary-production", `key: ${key}`)
      .replace("environments: [production]", "environments: [staging]")
      .replace("tiers: [T1]", "tiers: [T4]"),
  );
  const at = async (name: string) => {
    const home = {
      XDG_CONFIG_HOME: mkdtempSync(join(tmpdir(), "countersign-home-")),
      COUNTERSIGN_URL: ready.gateway,
      COUNTERSIGN_PASSWORD: passwordOf(ready, name),
    };
    const opened = await countersign(["login", "--email", personOf(ready, name).email], home);
    expect([opened.code, opened.out]).toEqual([0, expect.stringContaining("Signed in until")]);
    return home;
  };
  const [sofia, hanna] = [await at("Sofia"), await at("Hanna")];
  writeFileSync(join(folder, "misspelt.yaml"), source.replace("check: perf.roc_auc", "check: perf.roc_acu"));
  const line = source.split("\n").findIndex((text) => text.includes("check: perf.roc_auc")) + 1;
  expect((await countersign(["policy", "publish", join(folder, "misspelt.yaml")], sofia)).err).toMatch(
    new RegExp(
      `line ${line}: checks\\.\\d+\\.check is perf\\.roc_acu, and there is no such check; the nearest is perf\\.roc_auc`,
    ),
  );
  const proposed = await countersign(["policy", "publish", join(folder, "policy.yaml"), "--json"], sofia);
  const { revisionId } = JSON.parse(proposed.out) as { revisionId: string };
  expect((await countersign(["policy", "confirm", revisionId], sofia)).err).toContain(
    "Whoever proposed a policy revision cannot publish it.",
  );
  expect(
    (await countersign(["policy", "confirm", revisionId], { ...hanna, COUNTERSIGN_PASSWORD: "not hers" })).err,
  ).toContain("That is not your password.");
  expect(await countersign(["policy", "confirm", revisionId], hanna)).toMatchObject({
    code: 0,
    out: expect.stringContaining("is published"),
  });
  expect((await countersign(["policy", "confirm", revisionId], hanna)).code).toBe(1);
  expect((await countersign(["logout"], hanna)).code).toBe(0);
  expect((await countersign(["admin", "inbox.list"], hanna)).err).toContain("Not signed in");
});

test("admin lists what there is, with roles and fields, and runs by name", async ({ ready }) => {
  const settings = withToken(ready, operator(ready).bearer);
  const listed = JSON.parse((await countersign(["admin", "--json"], settings)).out) as {
    name: string;
    roles: string[];
    actors: string[];
  }[];
  const decideCommand = listed.find(({ name }) => name === "review.decide");
  expect(decideCommand?.actors).toEqual(["user"]);
  expect(listed.map(({ name }) => name)).not.toContain("review.seal");
  const people = JSON.parse((await countersign(["admin", "people.list"], settings)).out) as { name: string }[];
  expect(people.map(({ name }) => name)).toContain("Priya Natarajan");
});

test("a folder with spaces and quotes in its name is registered, and its paths are relative to the file", async ({
  ready,
}) => {
  const model = fresh("spaces");
  await ownModel(ready, model);
  const folder = join(mkdtempSync(join(tmpdir(), "countersign spaces ")), "a 'folder' \"of\" models ü");
  cpSync(join(stories, "credit"), folder, { recursive: true });
  const made = await countersign(
    ["register", folder, "--file", "countersign-1.0.yaml", "--model", model, "--label", "one", "--json"],
    await ci(ready),
  );
  expect(JSON.parse(made.out)).toMatchObject({ ref: `${model}/1`, number: 1 });
});
