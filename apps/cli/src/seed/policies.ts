import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { confirmPolicy, publishPolicy } from "@countersign/usecases";
import { parse } from "yaml";
import type { Cast } from "./cast.ts";
import type { Stage } from "./stage.ts";

const folder = fileURLToPath(new URL("./policies/", import.meta.url));
const clinicalSecond = "lesion-triage-production.2.yaml";
const revised = "t3-binary-production.yaml";

interface Document {
  validityDays: number;
  conditions: { allowed: boolean; maxDays: number };
  checks: { check: string; limits: { verdict: string; than: number }[] }[];
}

const read = async (path: string): Promise<Document> => parse(await readFile(path, "utf8")) as Document;

/** Every policy in force before the first model; the third tier's was revised once. */
export async function publishPolicies(stage: Stage, cast: Cast): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file !== clinicalSecond);
  await Promise.all(
    files.map(async (file) => {
      const document = await read(folder + file);
      if (file === revised) await publish(stage, cast, `${file}:first`, firstEdition(document), 400);
      return publish(stage, cast, file, document, file === revised ? 385 : 400);
    }),
  );
}

/** The clinic's policy knows more slices from now on. */
export const publishClinicalSecond = async (stage: Stage, cast: Cast): Promise<void> =>
  publish(stage, cast, clinicalSecond, await read(folder + clinicalSecond), 30);

/** A third revision of the third tier's policy, proposed and waiting for a second person. */
export async function proposeRevision(stage: Stage, cast: Cast): Promise<void> {
  const document = stricter(await read(folder + revised));
  await stage.act(`policy:${revised}:third`, cast.sofia, publishPolicy, { document }, stage.at(2, 16));
}

async function publish(stage: Stage, cast: Cast, step: string, document: Document, days: number): Promise<void> {
  const { revisionId } = await stage.act<{ revisionId: string }>(
    `policy:${step}`,
    cast.sofia,
    publishPolicy,
    { document },
    stage.at(days),
  );
  await stage.act(`policy:${step}:confirm`, cast.hanna, confirmPolicy, { revisionId }, stage.at(days, 14));
}

/** As it was first: valid for four years, and dependencies were not looked up. */
const firstEdition = (document: Document): Document => ({
  ...document,
  validityDays: 1460,
  checks: document.checks.filter(({ check }) => check !== "deps.vulnerable"),
});

/** Calibration errors are stopped earlier, and conditions are met within four months. */
const stricter = (document: Document): Document => ({
  ...document,
  conditions: { ...document.conditions, maxDays: 120 },
  checks: document.checks.map((rule) =>
    rule.check === "perf.ece"
      ? { ...rule, limits: rule.limits.map((limit) => (limit.verdict === "fail" ? { ...limit, than: 0.08 } : limit)) }
      : rule,
  ),
});
