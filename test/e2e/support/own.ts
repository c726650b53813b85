import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ciToken, countersign, withToken } from "./cli.ts";
import { type Ready, root } from "./product.ts";
import { terminal } from "./terminal.ts";

export const stories = join(root, "test/fixtures/stories");
/** Scores that the house's table makes tier T1 of: a validator and two approvers. */
const highest = {
  amount: 4,
  people: 4,
  automation: 3,
  purpose: 4,
  complexity: 3,
  judgement: 2,
  data: 3,
  adaptivity: 1,
  dependency: 1,
  novelty: 2,
};

/** A model of a journey's own, accepted and tiered: its reviews disturb no other journey. */
export async function ownModel(ready: Ready, key: string, task = "binary"): Promise<string> {
  const { modelId } = await (
    await terminal(ready, "Amara")
  ).done("model.register", { key, title: key, purpose: "A journey's own model.", task });
  const sofia = await terminal(ready, "Sofia");
  await sofia.done("model.accept", { modelId });
  await sofia.done("model.tier", { modelId, answers: { scores: highest, circumstances: [] } });
  return modelId ?? "";
}

export interface OwnVersion {
  /** `MODEL/NUMBER`. */
  name: string;
  number: string;
  reviewId: string;
  /** Of its page in the portal. */
  path: string;
}

let token: string | null = null;
/** Settings of the journeys' CI token: Tomas, developer. */
export const ci = async (ready: Ready): Promise<Record<string, string>> =>
  withToken(ready, (token ??= await ciToken(ready)));

/** CI registers a version of the credit story under another model, submits it and waits until its evidence is sealed. */
export async function ownVersion(
  ready: Ready,
  model: string,
  label: string,
  folder = join(stories, "credit"),
  file = "countersign-1.0.yaml",
): Promise<OwnVersion> {
  const settings = await ci(ready);
  const run = async (...args: string[]): Promise<string> => {
    const ended = await countersign(args, settings);
    if (ended.code !== 0) throw new Error(`countersign ${args.join(" ")}: ${ended.err}${ended.out}`);
    return ended.out;
  };
  const name = (await run("register", folder, "--file", file, "--model", model, "--label", label)).trim();
  await run("submit", name, "--env", "production");
  const { reviews } = JSON.parse(await run("status", name, "--wait", "--json")) as { reviews: { url: string }[] };
  const path = new URL(reviews[0]?.url ?? "").pathname;
  return { name, number: name.split("/")[1] ?? "", reviewId: path.split("/").at(-1) ?? "", path };
}

/** A copy of the credit story whose countersign.yaml is one of its descriptors, edited. */
export function editedStory(edit: (yaml: string) => string, file = "countersign-1.0.yaml"): string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-journey-"));
  cpSync(join(stories, "credit"), folder, { recursive: true });
  writeFileSync(join(folder, "countersign.yaml"), edit(readFileSync(join(folder, file), "utf8")));
  return folder;
}

/** A key that no earlier journey used, also on an instance that is used again. */
export const fresh = (prefix: string): string => `${prefix}-${Date.now().toString(36)}`;
