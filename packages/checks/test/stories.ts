import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileRole, Submission, VersionFile } from "@countersign/domain";
import { parse } from "yaml";
import type { VersionUnderTest } from "../src/index.ts";

export const storiesFolder = fileURLToPath(new URL("../../../test/fixtures/stories/", import.meta.url));

function filesUnder(dir: string, path: string): string[] {
  const full = join(dir, path);
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .toSorted()
    .flatMap((name) => filesUnder(dir, join(path, name)));
}

function versionFile(dir: string, role: FileRole, path: string, part?: string): VersionFile {
  const bytes = readFileSync(join(dir, path));
  return {
    role,
    path,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.length,
    ...(part === undefined ? {} : { part }),
  };
}

/** A version as the worker would hand it over: the submission, and every file it names with its digest. */
export function versionFrom(dir: string, submission: Submission): VersionUnderTest {
  const files = Object.entries(submission.files).flatMap(([part, path]) =>
    filesUnder(dir, path).map((p) => versionFile(dir, "model", p, part)),
  );
  const add = (role: FileRole, path: string | undefined): void => {
    if (path !== undefined) files.push(versionFile(dir, role, path));
  };
  add("train", submission.data.train);
  add("test", submission.data.test.path);
  add("predictions", submission.predictions?.path);
  add("card", submission.documents?.card);
  add("datasheet", submission.documents?.datasheet);
  add("reported", submission.reported);
  add("parameters", submission.run?.parameters);
  add("requirements", submission.run?.requirements);
  return { dir, submission, files };
}

/** A story's version by its submission file. */
export function story(name: string, label: string): VersionUnderTest {
  const dir = join(storiesFolder, name);
  return versionFrom(dir, parse(readFileSync(join(dir, `countersign-${label}.yaml`), "utf8")) as Submission);
}

export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(storiesFolder, name, "expected.json"), "utf8"));

/** The parts of expected.json that the tests read. */
export interface Expected {
  versions: Record<string, ExpectedVersion>;
  comparisons: Record<
    string,
    {
      pairedDeLong: Record<string, number>;
      decisionChurn: number;
      scorePsi: number;
      mcnemar: { statistic: number; p: number };
    }
  >;
}
export interface ExpectedVersion {
  metrics: Record<string, unknown>;
  metricsFromOnnxScores: Record<string, unknown>;
  fairness: Record<
    string,
    { demographicParityRatio: number; equalizedOddsDifference: number; groups: Record<string, Record<string, unknown>> }
  >;
  slices: Record<string, Record<string, unknown>>;
  intervals: Record<string, number>;
  checks: ({ check: string; verdict: string; value: unknown } & Record<string, unknown>)[];
}
