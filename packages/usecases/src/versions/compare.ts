import { type Reader, type Row, rows } from "@countersign/db";
import type {
  CheckChange,
  CheckEnd,
  CheckVerdict,
  ComparedVersion,
  OutcomeClass,
  TextPart,
  VersionComparison,
} from "@countersign/domain";
import { diffArrays, diffLines } from "diff";
import { z } from "zod";
import { storedText } from "../artifacts/text.ts";
import type { Deps } from "../kernel/deps.ts";
import { defineQuery } from "../kernel/query.ts";
import { keyText } from "../kernel/texts.ts";
import { resolveVersion } from "../models/resolve.ts";
import { Disclosed, People } from "../people/names.ts";
import { type PinnedPolicy, pinnedPolicy } from "../policies/pinned.ts";
import { fieldChanges } from "./changes.ts";
import { type Examined, examined, metricChanges } from "./results.ts";

const versionText = z.string().min(1).max(101);

/** Two versions of a model side by side: what was measured, how the checks ended, what was set, and the card word by word. */
export const versionComparison = defineQuery({
  name: "version.compare",
  input: z.strictObject({ workspace: keyText.default("default"), model: keyText, base: versionText, now: versionText }),
  roles: "any",
  async see({ reader, known }, { workspace, model, base, now }) {
    const before = await resolveVersion(reader, known, { workspace, model, version: base });
    const after = await resolveVersion(reader, known, { workspace, model, version: now });
    if (!before || !after) return null;
    const { key, workspace_id } = after.model;
    return { workspaceId: workspace_id, modelKey: key, model: after.model, base: before.version, now: after.version };
  },
  async run({ reader, known, deps, say }, { model, base, now }): Promise<VersionComparison> {
    const versions = await rows(reader, "version", { model_id: model.id }, { order: "number" });
    const texts = await Disclosed.load(reader, [base.description, now.description], say);
    const people = await People.load(reader, [known.personId], say);
    const both = await examinedTogether(reader, base.id, now.id);
    const rules = both?.pinned.policy.checks ?? [];
    const checks = rules.map(({ check, title }): CheckChange => ({
      check,
      title: title ?? check,
      base: endOf(both?.base, check),
      now: endOf(both?.now, check),
    }));
    const differ = checks.filter((one) => JSON.stringify(one.base) !== JSON.stringify(one.now));
    const side = (version: Row<"version">, of: Examined | undefined): ComparedVersion => ({
      id: version.id,
      number: version.number,
      label: version.label,
      state: version.state,
      description: texts.text(version.description),
      frozenAt: version.frozen_at,
      review: of && both ? { id: of.review.id, state: of.review.state, environment: both.environment.title } : null,
    });
    return {
      model: { key: model.key, title: model.title },
      base: side(base, both?.base),
      now: side(now, both?.now),
      environment: both?.environment.title ?? null,
      metrics: both ? metricChanges(rules, both.base.results, both.now.results, say) : [],
      checks: differ,
      checksAlike: checks.length - differ.length,
      changes: await fieldChanges(deps, reader, base, now, say),
      card: await cardChanges(deps, reader, base, now),
      versions: versions.map(({ id, number, label }) => ({ id, number, label })),
      you: { person: people.get(known.personId ?? ""), roles: known.rolesIn(model.workspace_id) },
    };
  },
});

/** What both were examined for: the environment that the later one was last asked for and the other was too. */
async function examinedTogether(
  reader: Reader,
  base: string,
  now: string,
): Promise<{ environment: Row<"environment">; pinned: PinnedPolicy; base: Examined; now: Examined } | null> {
  const reviews = await rows(reader, "review", { version_id: now }, { order: "requested_at", descending: true });
  for (const id of new Set(reviews.map((review) => review.environment_id))) {
    const [before, after] = [await examined(reader, base, id), await examined(reader, now, id)];
    const [environment] = await rows(reader, "environment", { id });
    if (before && after && environment)
      return { environment, pinned: await pinnedPolicy(reader, after.review), base: before, now: after };
  }
  return null;
}

function endOf(of: Examined | undefined, check: string): CheckEnd {
  const run = of?.checkRuns.find((one) => one.check_key === check);
  return run ? { verdict: run.verdict as CheckVerdict | null, outcome: run.outcome as OutcomeClass | null } : null;
}

/** A word diff of long texts that have little in common takes very long: past this time, lines are compared. */
const wordsMs = 500;

async function cardChanges(
  deps: Deps,
  reader: Reader,
  base: Row<"version">,
  now: Row<"version">,
): Promise<TextPart[] | null> {
  const card = async (version: Row<"version">): Promise<string> => {
    const [file] = await rows(reader, "version_file", { version_id: version.id, role: "card" });
    return (file && (await storedText(deps, file.sha256))) ?? "";
  };
  const [before, after] = [await card(base), await card(now)];
  if (before === after) return null;
  const words = diffArrays(wordsOf(before), wordsOf(after), { timeout: wordsMs });
  const changes = words?.map((part) => ({ ...part, value: part.value.join("") })) ?? diffLines(before, after);
  return changes.map(({ value, added, removed }) => ({ text: value, in: added ? "now" : removed ? "base" : "both" }));
}

/** Words, with figures such as 0.7905 whole; what stands between them is a word too. */
const wordsOf = (text: string): string[] =>
  text.match(/\s+|[\p{L}\p{N}](?:[\p{L}\p{N}_]|[.,'’-](?=[\p{L}\p{N}]))*|[^]/gu) ?? [];
