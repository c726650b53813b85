import { createHash } from "node:crypto";
import type { Submission } from "@countersign/domain";
import { submitVersion } from "@countersign/usecases";
import type { Cast } from "./cast.ts";
import { draftLight, type Template } from "./light.ts";
import type { NewModel } from "./inventory.ts";
import type { Drafted, Stage } from "./stage.ts";

/** A model with versions that run beside production: in shadow, whose policy asks for no check, or in staging, which asks for five. */
export interface Beside {
  stage: Stage;
  cast: Cast;
  template: Template;
  model: Omit<NewModel, "tier">;
  /** What its cards say of every version. */
  limits: string;
}

export interface BesideVersion {
  label: string;
  days: number;
  /** What is new in it, in a sentence or two. */
  news: string;
  /** Who helped Tomas to build it. */
  committers?: string[];
}

export interface Asked {
  step: string;
  version: Drafted;
  reviewId: string;
}

const stepOf = ({ model }: Beside, { label }: BesideVersion): string => `${model.key}:${label}`;

/** CI registers a version with its files and its card. */
export async function draftBeside(of: Beside, version: BesideVersion): Promise<Drafted> {
  const { stage, cast, template, model } = of;
  const mark = `${model.key} ${version.label}`;
  const tomas = "tomas.lind@northgate.example";
  const submission: Submission = {
    countersign: 1,
    model: model.key,
    label: version.label,
    task: model.task,
    files: { mlflow: template.submission.files["mlflow"] ?? "" },
    data: { test: template.submission.data.test },
    documents: { card: template.submission.documents?.card ?? "" },
    run: {
      repository: `https://git.northgate.example/models/${model.key}`,
      commit: createHash("sha1").update(mark).digest("hex"),
      trainer: tomas,
      committers: [tomas, ...(version.committers ?? [])],
    },
  };
  const own = { submission, mark, card: cardOf(of, version) };
  return draftLight(stage, cast.ci, stepOf(of, version), template, own, stage.at(version.days));
}

/** Registers a version, asks for its review and waits until it can be decided on. */
export async function ask(of: Beside, version: BesideVersion, environment: "shadow" | "staging"): Promise<Asked> {
  const { stage, cast } = of;
  const step = stepOf(of, version);
  const drafted = await draftBeside(of, version);
  const at = stage.at(version.days, 9, 20);
  const input = { versionId: drafted.versionId, environment };
  const { reviewId } = await stage.act<{ reviewId: string }>(`${step}:submit`, cast.ci, submitVersion, input, at);
  await stage.sealed(reviewId);
  return { step, version: drafted, reviewId };
}

const cardOf = (
  { model, limits }: Beside,
  { label, news }: BesideVersion,
): string => `# ${model.title}, version ${label}

> Demonstration material. Northgate is a fictional bank.

**Purpose.** ${model.purpose}

**What is new.** ${news}

**Limits.** ${limits}

**Rollback.** Point the alias at the version before; no data change is needed.
`;
