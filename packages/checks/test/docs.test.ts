import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { perfParams } from "../src/evaluate/params.ts";
import { type CheckDefinition, defaultLimits, registry } from "../src/index.ts";
import { seedPolicy } from "./verdicts.ts";

const page = fileURLToPath(new URL("../../../docs/checks.md", import.meta.url));
const policyFolder = fileURLToPath(new URL("../../domain/data/policies/", import.meta.url));
const cell = (text: string): string => text.replaceAll("|", "\\|");

interface Property {
  default?: unknown;
  enum?: unknown[];
  type?: string;
}

/** Parameters as a policy may give them: name, values, default. */
function parameters({ paramsSchema }: Pick<CheckDefinition, "paramsSchema">): string {
  const schema = z.toJSONSchema(paramsSchema, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Property>;
  };
  const list = Object.entries(schema.properties ?? {}).map(([name, p]) => {
    const values = p.enum ? ` ${p.enum.join(", ")}` : "";
    return `\`${name}\`${values}${p.default === undefined ? "" : ` (${JSON.stringify(p.default)})`}`;
  });
  return list.join("; ") || "none";
}

/** Limits that the demo's policies by tier set, told once where they agree. */
function limits(id: string): string {
  const told = new Map<string, string[]>();
  for (const file of readdirSync(policyFolder)
    .filter((name) => /^t\d-/.test(name))
    .toSorted()) {
    const rule = seedPolicy(file).checks.find((check) => check.check === id);
    if (!rule) continue;
    const text =
      rule.limits.map((l) => `${l.verdict} where ${l.on} ${l.is} ${[l.than].flat().join(" to ")}`).join(", ") ||
      "no limit";
    told.set(text, [...(told.get(text) ?? []), file.replace("-production.yaml", "")]);
  }
  return [...told]
    .map(([text, files]) => (told.size === 1 && files.length === 12 ? text : `${text} (${files.join(", ")})`))
    .join("; ");
}

const tasksOf = (check: CheckDefinition): string => {
  const tasks = (["binary", "multiclass", "regression"] as const).filter((task) => check.applies(task));
  return tasks.length === 3 ? "any" : tasks.join(", ");
};

/** Families of many checks share their parameters: those stand once, above the table. */
const family = (check: CheckDefinition): string =>
  check.id.startsWith("slice.")
    ? "slice"
    : check.id.startsWith("perf.") && parameters(check).includes("resamples")
      ? "perf"
      : "";

/** The page is written from the registry and the policies: `vitest run packages/checks/test/docs.test.ts -u` writes it again. */
test("docs/checks.md lists every check as the registry has it", async () => {
  expect(registry.filter((check) => check.measures.length < 15).map((check) => check.id)).toEqual([]);
  const parts = [...new Set(registry.map((check) => check.category))].map((category) =>
    [
      `## ${category.charAt(0).toUpperCase()}${category.slice(1)}`,
      "",
      "| check | tasks | measures | parameters (default) | limits of the demo's tiers |",
      "|---|---|---|---|---|",
      ...registry
        .filter((check) => check.category === category && !check.id.startsWith("slice."))
        .map(
          (check) =>
            `| \`${check.id}\` ${check.version} | ${tasksOf(check)} | **${cell(check.title)}.** ${cell(check.measures)} | ${family(check) ? "as above" : cell(parameters(check))} | ${cell(limits(check.id))} |`,
        ),
      "",
    ].join("\n"),
  );
  const { wallMs, cpuSeconds, memoryBytes, heapMiB, rows, columns } = defaultLimits;
  const head = [
    "# Checks",
    "",
    "Written from `packages/checks/src/registry.ts` and the policies in `packages/domain/data/policies`. A check measures and never judges: the limits stand in the policy (`limits`, `outcome`), so the same measurement may pass one tier and block another. A policy that asks for a check or a parameter that does not exist is refused when it is published; a crash, a timeout and exhausted memory are `error`, which never passes; too little evidence is `insufficient`, which is not a pass.",
    "",
    `What opens a model or data runs in a child process of its own: at most ${wallMs / 1000} s a check, ${cpuSeconds} s of CPU and ${memoryBytes / 1e9} GB for the child, ${heapMiB} MiB of JavaScript heap, no file writes, an empty environment, and no network where the host allows that to be cut; what really confined it stands in each result. Tables may have ${rows.toLocaleString("en")} rows and ${columns.toLocaleString("en")} columns.`,
    "",
    `Parameters that most of \`perf.*\` take: ${parameters({ paramsSchema: perfParams })}. An interval that a metric does not have for any task is refused when the policy is published; one that it does not have for the model's task is an error.`,
    "",
    `Every metric of a task is also there by slice, as \`slice.<metric>\` (${registry.filter((check) => family(check) === "slice").length} checks), with the parameters above and \`slices\`, \`groups\`. It measures the same on each slice, and names a slice whose whole interval is worse than all rows together.`,
    "",
  ];
  await expect([...head, ...parts].join("\n")).toMatchFileSnapshot(page);
});
