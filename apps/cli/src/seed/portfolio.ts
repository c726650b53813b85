import { rejectModel, snoozeReview, withdrawReview } from "@countersign/usecases";
import { ask, type BesideVersion, type Beside, draftBeside } from "./beside.ts";
import type { Cast } from "./cast.ts";
import type { Template } from "./light.ts";
import { inventory, type NewModel, register } from "./inventory.ts";
import { type Built, draftBuilt, reviewBuilt } from "./portfolio-review.ts";
import { approve } from "./review.ts";
import type { Stage } from "./stage.ts";

/** A version for shadow; one that nobody has approved waits for somebody. */
interface Shadowed extends BesideVersion {
  approved?: { by: "priya" | "daniel"; days: number; reason: string };
}

interface Portfolio {
  model: NewModel;
  limits: string;
  versions: (Built | Shadowed)[];
}

export interface Templates {
  binary: Template;
  regression: Template;
}

/** Models that make the inbox look lived in: approved, replaced, rejected, sent back, withdrawn, waiting, drafted. */
const overdraft: Portfolio = {
  model: {
    key: "overdraft-pd",
    title: "Overdraft PD",
    task: "binary",
    tier: "T3",
    days: 360,
    purpose: "Orders reminders on overdrawn accounts. No account is closed on it.",
  },
  limits: "",
  versions: [
    { from: "credit/countersign-1.0.yaml", label: "2025.4", days: 300, end: "approve" },
    { from: "credit/countersign-1.1.yaml", label: "2026.1", days: 170, end: "approve_with_second_thoughts" },
    { from: "credit/countersign-1.0.yaml", label: "2026.2", days: 70, end: "reject" },
    { from: "credit/countersign-1.2.yaml", label: "2026.3", days: 8, end: "request_changes" },
  ],
};

const cardLimit: Portfolio = {
  model: {
    key: "card-limit",
    title: "Card limit review",
    task: "binary",
    tier: "T3",
    days: 340,
    purpose: "Picks accounts whose card limit a person looks at again.",
  },
  limits: "Says nothing about cards that have not been used for six months.",
  versions: [
    { from: "credit/countersign-1.1.yaml", label: "1", days: 200, end: "approve" },
    { from: "credit/countersign-1.0.yaml", label: "1-simple", days: 90, end: "withdraw" },
    {
      label: "2-rc1",
      days: 40,
      news: "Adds how the limit was used over the last twelve months.",
      approved: {
        by: "daniel",
        days: 38,
        reason: "Two branches look at its picks beside those of version 1; no limit is changed on them.",
      },
    },
    {
      label: "2-rc2",
      days: 20,
      news: "Drops the branch as an input: it stood for the customer's address.",
      approved: {
        by: "priya",
        days: 18,
        reason: "The branch had to go, and the picks hardly change without it.",
      },
    },
    { from: "credit/countersign-1.2.yaml", label: "2", days: 4, end: "take_back" },
  ],
};

const branches: Portfolio = {
  model: {
    key: "branch-staffing",
    title: "Branch staffing",
    task: "regression",
    tier: "T4",
    days: 240,
    purpose: "Expected visits per branch and week, for rosters.",
  },
  limits: "Branches that opened within the year are planned by hand.",
  versions: [
    { from: "regression/countersign-1.0.yaml", label: "spring", days: 150, end: "approve" },
    {
      label: "holidays",
      days: 100,
      news: "Knows the school holidays of each region.",
      approved: {
        by: "daniel",
        days: 97,
        reason: "Two regions draw up their rosters with it and without it, side by side.",
      },
    },
    { label: "opening-hours", days: 12, news: "Knows the shorter opening hours on Wednesdays." },
    { label: "counters", days: 4, news: "Counts visits to the counter apart from those to an adviser." },
    { from: "regression/countersign-1.0.yaml", label: "autumn", days: 1, end: "draft" },
  ],
};

/** Overdrafts and card limits, each by itself. */
export const overdrafts = (stage: Stage, cast: Cast, templates: Templates): Promise<void> =>
  lived(stage, cast, templates, overdraft).then(() => undefined);
export const cardLimits = (stage: Stage, cast: Cast, templates: Templates): Promise<void> =>
  lived(stage, cast, templates, cardLimit).then(() => undefined);

/** Branch staffing; one approver has put one of its reviews off. */
export async function staffing(stage: Stage, cast: Cast, templates: Templates): Promise<void> {
  const waiting = await lived(stage, cast, templates, branches);
  const until = stage.at(-3, 8);
  const put = await snoozeReview(stage.deps, cast.daniel, { reviewId: waiting.get("counters"), until });
  if (!put.ok) throw new Error(`A review could not be put off: ${put.refusal.kind}`);
}

/** A benchmark's next version, waiting in shadow. */
export async function benchmark(stage: Stage, cast: Cast, templates: Templates, model: NewModel): Promise<void> {
  const limits = "One thousand loans of the 1990s: methods are compared on it, customers are not.";
  const of: Beside = { stage, cast, template: templates.binary, model, limits };
  await ask(of, { label: "1.1", days: 2, news: "Gradient boosting in place of the logistic regression." }, "shadow");
}

/** Planning of visits: one version in shadow, one withdrawn, one built with somebody whom nobody here knows. */
export async function planning(stage: Stage, cast: Cast, templates: Templates, model: NewModel): Promise<void> {
  const limits = "It explains little of the difference between two people: for sums over a clinic only.";
  const of: Beside = { stage, cast, template: templates.regression, model, limits };
  const first = await ask(of, { label: "1.1", days: 60, news: "Adds the season." }, "shadow");
  const seasons = "The season matters for rosters; a quarter beside version 1.0 will show how much.";
  await approve(stage, `${first.step}:priya`, cast.priya, first.reviewId, stage.at(58), seasons);
  const second = await ask(of, { label: "1.2", days: 34, news: "Estimated on the visits of the last year." }, "shadow");
  const reason = "Built on the extract of the year before by mistake; the right one is ready next week.";
  const input = { reviewId: second.reviewId, reason };
  await stage.act(`${second.step}:withdraw`, cast.tomas, withdrawReview, input, stage.at(33));
  await ask(
    of,
    {
      label: "2.0",
      days: 3,
      news: "Estimated with Statworks, who brought the mixture of two Poisson distributions.",
      committers: ["s.keller@statworks.example"],
    },
    "shadow",
  );
}

/** Proposals: one that waits, with a first draft, and one that was refused. */
export async function proposals(stage: Stage, cast: Cast, { binary }: Templates): Promise<void> {
  const chargeback = {
    key: "chargeback-risk",
    title: "Chargeback risk",
    task: "binary" as const,
    purpose: "Card payments likely to be disputed within 60 days.",
    days: 2,
  };
  await register(stage, cast.amara, chargeback);
  const limits = "Not accepted yet, and nothing runs on it.";
  await draftBeside(
    { stage, cast, template: binary, model: chargeback, limits },
    { label: "0.1", days: 1, news: "First try on the disputes of one quarter." },
  );
  const { modelId } = await register(stage, cast.amara, {
    key: "footfall-average",
    title: "Branch footfall, four-week average",
    task: "regression",
    purpose: "Average of the visits of the last four weeks, shown to branch managers.",
    days: 26,
  });
  const reason =
    "An average of four numbers estimates nothing. It belongs into the register of spreadsheets, not here.";
  await stage.act("model:footfall-average:reject", cast.sofia, rejectModel, { modelId, reason }, stage.at(25, 11));
}

/** Tells a model; returns the reviews in shadow that wait, by label. */
async function lived(
  stage: Stage,
  cast: Cast,
  templates: Templates,
  { model, limits, versions }: Portfolio,
): Promise<Map<string, string>> {
  await inventory(stage, cast, model);
  const template = model.task === "binary" ? templates.binary : templates.regression;
  const waiting = new Map<string, string>();
  const beside: Promise<void>[] = [];
  for (const version of versions) {
    if ("from" in version) {
      const reviewed = reviewBuilt(stage, cast, version, await draftBuilt(stage, cast, model.key, version));
      // What changes nothing in production is told while the next begins; what fails is told at the end.
      if (version.end.startsWith("approve")) await reviewed;
      else beside.push(reviewed);
      reviewed.catch(() => undefined);
      continue;
    }
    const { step, reviewId } = await ask({ stage, cast, template, model, limits }, version, "shadow");
    if (!version.approved) {
      waiting.set(version.label, reviewId);
      continue;
    }
    const { by, days, reason } = version.approved;
    await approve(stage, `${step}:${by}`, cast[by], reviewId, stage.at(days), reason);
  }
  await Promise.all(beside);
  return waiting;
}
