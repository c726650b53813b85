import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { parsePolicy, type PolicyDocument } from "../src/index.ts";

const folder = fileURLToPath(new URL("../../domain/data/policies", import.meta.url));

/** The policies that the demo publishes, by file name. */
export const seedPolicyFiles = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .toSorted();

export const readSeedPolicy = (file: string): unknown => parse(readFileSync(join(folder, file), "utf8"));

/** One policy of the demo; a problem in it is thrown with its place. */
export function seedPolicy(file: string): PolicyDocument {
  const parsed = parsePolicy(readSeedPolicy(file));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.policy;
}

const stories = fileURLToPath(new URL("../../../test/fixtures/stories", import.meta.url));

export interface ExpectedCheck {
  check: string;
  verdict: string;
  value: unknown;
  ci95?: [number, number];
  attribute?: string;
  slice?: string;
  malignant?: number;
}

export interface Expected {
  versions: Record<string, { checks: ExpectedCheck[]; conclusion: { verdict: string } }>;
}

/** What must be concluded about each version of a story. */
export const expectedOf = (story: string): Expected =>
  JSON.parse(readFileSync(join(stories, story, "expected.json"), "utf8")) as Expected;
