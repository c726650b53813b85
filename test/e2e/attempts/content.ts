import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { editedStory } from "../support/own.ts";
import { select } from "../support/governed.ts";
import { http } from "../support/terminal.ts";
import { type Attempt, run, type Stage } from "./attempt.ts";

const sha256 = (bytes: string): string => createHash("sha256").update(bytes).digest("hex");
const upload = async ({ ready, ci }: Stage, digest: string, body: string): Promise<string> =>
  (
    await http(`${ready.gateway}/v1/artifacts/${digest}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${ci.bearer}`, "content-type": "application/octet-stream" },
      body,
    })
  ).words;
const versionOf = async (stage: Stage, reviewId: string): Promise<string> =>
  (await select<{ version_id: string }>(stage.ready, "select version_id from gov.review where id = $1", [reviewId]))[0]
    ?.version_id ?? "";
const modelOf = async (stage: Stage, key: string): Promise<string> =>
  (await select<{ id: string }>(stage.ready, "select id from gov.model where key = $1", [key]))[0]?.id ?? "";
const promote = async (
  stage: Stage,
  key: string,
  version: string,
  by: "Hanna" | "ci" = "Hanna",
  alias = "champion",
): Promise<string> =>
  (
    await (by === "ci" ? stage.ci : stage.at.Hanna).command("alias.promote", {
      modelId: await modelOf(stage, key),
      alias,
      version,
    })
  ).words;

/** Other bytes than those that were judged; aliases, policies and files that would move without an approval. */
export const content: Attempt[] = [
  {
    attempt: "other bytes than the digest promises",
    way: "HTTP",
    refusedBy: "The bytes are not what was declared",
    run: (stage) => upload(stage, sha256("promised"), "delivered"),
  },
  {
    attempt: "another file in a version under review",
    way: "HTTP",
    refusedBy: "The version is frozen",
    run: async (stage) =>
      (
        await stage.ci.command("version.attach", {
          versionId: await versionOf(stage, stage.open.reviewId),
          files: [{ role: "card", path: "card.md", sha256: sha256("x"), size: 1 }],
        })
      ).words,
  },
  {
    attempt: "a second review of a version beside the open one",
    way: "command line",
    refusedBy: "exit 1: It exists already",
    run: (stage) => run(stage, stage.ci.bearer, "submit", stage.open.name, "--env", "production"),
  },
  {
    attempt: "a version that takes another's label",
    way: "command line",
    refusedBy: "exit 1: It exists already",
    run: (stage) =>
      run(
        stage,
        stage.ci.bearer,
        "register",
        editedStory((yaml) =>
          yaml
            .replace("model: credit-pd", `model: ${stage.open.name.split("/")[0]}`)
            .replace('label: "1.0"', "label: open")
            .replace("threshold: 0.20", "threshold: 0.25"),
        ),
        "--file",
        "countersign.yaml",
      ),
  },
  {
    attempt: "a file of a version outside its folder",
    way: "command line",
    refusedBy: "exit 1:",
    run: (stage) =>
      run(
        stage,
        stage.ci.bearer,
        "register",
        editedStory((yaml) => yaml.replace("datasheet: data/datasheet.md", "datasheet: ../../../etc/hostname")),
        "--file",
        "countersign.yaml",
      ),
  },
  {
    attempt: "a draft of files that were never uploaded",
    way: "HTTP",
    refusedBy: "has not been uploaded",
    run: async (stage) => {
      const [found] = await select<{ sha256: string }>(
        stage.ready,
        "select submission_sha256 as sha256 from gov.version where id = $1",
        [await versionOf(stage, stage.open.reviewId)],
      );
      const [blob] = await select<{ bytes: Buffer }>(stage.ready, "select bytes from audit.blob where sha256 = $1", [
        found?.sha256,
      ]);
      const submission = { ...(JSON.parse(blob?.bytes.toString("utf8") ?? "{}") as object), label: "ghost" };
      return (
        await stage.ci.command("version.draft", {
          submission,
          files: [{ role: "card", path: "card.md", sha256: sha256("never sent"), size: 10 }],
        })
      ).words;
    },
  },
  {
    attempt: "a deployer moves the alias of production to a version under review",
    way: "HTTP",
    refusedBy: "has no valid approval for it",
    run: (stage) => promote(stage, stage.open.name.split("/")[0] ?? "", stage.open.number),
  },
  {
    attempt: "a deployer moves it to the version with planted faults",
    way: "HTTP",
    refusedBy: "production protects champion, and credit-pd/4 has no valid approval for it",
    run: (stage) => promote(stage, "credit-pd", "4"),
  },
  {
    attempt: "a deployer rolls back to a version that was never approved",
    way: "HTTP",
    refusedBy: "has no valid approval for it",
    run: async (stage) =>
      (
        await stage.at.Hanna.command("alias.roll_back", {
          modelId: await modelOf(stage, "credit-pd"),
          alias: "champion",
          version: "3",
          reason: "Rolling back in a hurry.",
        })
      ).words,
  },
  {
    attempt: "CI moves the alias of production itself",
    way: "HTTP",
    refusedBy: "A token may not do this",
    run: (stage) => promote(stage, "credit-pd", "1", "ci"),
  },
  {
    attempt: "approved files with one byte added are run",
    way: "command line",
    refusedBy: "exit 1: deny: No version has these bytes.",
    run(stage) {
      const folder = editedStory((yaml) => yaml);
      appendFileSync(join(folder, "versions/1.0/model.onnx"), "\n");
      return run(stage, stage.ci.bearer, "gate", join(folder, "versions/1.0/model.onnx"), "--env", "production");
    },
  },
  {
    attempt: "the version with planted faults is run",
    way: "command line",
    refusedBy: "exit 1: deny",
    run: (stage) => run(stage, stage.ci.bearer, "gate", "credit-pd/4", "--env", "production"),
  },
  {
    attempt: "an approved version is run in an environment that nobody defined",
    way: "command line",
    refusedBy: "exit 2:",
    run: (stage) => run(stage, stage.ci.bearer, "gate", "credit-pd/1", "--env", "prod"),
  },
  {
    attempt: "a version approved for production is run in staging",
    way: "command line",
    refusedBy: "exit 1: deny",
    run: (stage) => run(stage, stage.ci.bearer, "gate", "credit-pd/1", "--env", "staging"),
  },
  {
    attempt: "the gate is asked while the server is away",
    way: "command line",
    refusedBy: "exit 2:",
    run: (stage) =>
      run(
        { ...stage, ready: { ...stage.ready, gateway: "http://127.0.0.1:9" } },
        stage.ci.bearer,
        "gate",
        "credit-pd/1",
        "--env",
        "production",
      ),
  },
  {
    attempt: "a developer publishes a policy",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async (stage) => (await stage.at.Tomas.command("policy.publish", { document: {} })).words,
  },
  {
    attempt: "whoever proposed a laxer policy publishes it",
    way: "HTTP",
    refusedBy: "Whoever proposed a policy revision cannot publish it.",
    run: async ({ at, revisionId }) => (await at.Sofia.signed("policy.confirm", { revisionId })).words,
  },
  {
    attempt: "an administrator's token publishes the laxer policy",
    way: "HTTP",
    refusedBy: "A token may not do this",
    run: async ({ operator, revisionId }) => (await operator.command("policy.confirm", { revisionId })).words,
  },
  {
    attempt: "one signature is enough for the laxer policy that nobody has confirmed",
    way: "command line",
    refusedBy: "exit 1: deny",
    run: (stage) => run(stage, stage.ci.bearer, "gate", stage.half.name, "--env", "production"),
  },
  {
    attempt: "a policy that asks nobody to sign",
    way: "HTTP",
    refusedBy: "signOffs",
    run: async ({ at }) =>
      (
        await at.Sofia.command("policy.publish", {
          document: { policy: 1, key: "nobody", title: "Nobody signs", signOffs: [], checks: [] },
        })
      ).words,
  },
  {
    attempt: "a developer lowers the tier of the model",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, modelId }) =>
      (await at.Tomas.command("model.tier", { modelId, answers: { scores: {}, circumstances: [] } })).words,
  },
];
