import { fileURLToPath } from "node:url";
import { checkCatalogue } from "@countersign/domain";
import { expect, test } from "vitest";
import { z } from "zod";
import { registry } from "../src/index.ts";

const file = fileURLToPath(new URL("../../domain/src/checks/catalogue.ts", import.meta.url));
const short = (text: string): string =>
  text
    .replaceAll(/"([A-Za-z]+)":/g, "$1: ")
    .replaceAll(",", ", ")
    .replaceAll("{", "{ ")
    .replaceAll("}", " }")
    .replaceAll("{  }", "{}");

/** Without what says nothing about which parameters are refused. */
function shapeOf(schema: z.ZodType): string {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "throw",
    override: ({ jsonSchema }) => {
      delete jsonSchema.default;
    },
  });
  return short(JSON.stringify(shape));
}

/** The catalogue is written from the registry: `vitest run packages/checks/test/catalogue.test.ts -u` writes it again. */
test("a policy is judged by the checks that there are, with the parameters that they take", async () => {
  const families = new Map<string, string[]>();
  for (const { id, paramsSchema } of registry)
    families.set(shapeOf(paramsSchema), [...(families.get(shapeOf(paramsSchema)) ?? []), id]);
  const lists = [...families];
  const text = [
    "// Written from the registry of packages/checks by its catalogue.test.ts, so that a policy can be judged where no check can run.",
    'import type { CheckCatalogue, ParamsShape } from "./shape.ts";',
    "",
    ...lists.map(([shape], index) => `const family${index}: ParamsShape = ${shape};`),
    "",
    "export const checkCatalogue: CheckCatalogue = {",
    ...lists.map(([, ids], index) => `  ${ids.map((id) => `"${id}": family${index}`).join(", ")},`),
    "};",
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot(file);
});

const probes: Record<string, unknown>[] = [
  {},
  { typo: 1 },
  { level: 0.9 },
  { level: 2 },
  { level: "high" },
  { interval: "wilson" },
  { interval: "logit" },
  { interval: "delong" },
  { seed: 1.5 },
  { report: 0.2 },
  { report: -1 },
  { atLeast: "high" },
  { card: ["purpose"] },
  { card: ["poems"] },
  { groups: true },
  { groups: ["sex"] },
  { groups: [3] },
  { slices: [{ name: "a", column: "b", is: "<", than: "median" }] },
  { slices: [{ name: "a", column: "b", is: "<" }] },
  { slices: [{ name: "a", colum: "b", is: "<", than: 1 }] },
  { attributes: [{ name: "a", column: "b", edges: [1] }] },
  { attributes: [{ name: "a", column: "b", edges: [] }] },
  { minRows: 0 },
  { minRows: 5 },
  { favourable: "below" },
  { favourable: "above" },
];

test("the catalogue refuses what the check itself refuses, and takes what it takes", () => {
  const taken = registry
    .map(({ id, paramsSchema }) =>
      probes.map((params) => {
        const shape = checkCatalogue[id];
        return {
          id,
          params,
          catalogue:
            shape !== undefined &&
            z.fromJSONSchema(shape as Parameters<typeof z.fromJSONSchema>[0]).safeParse(params).success,
          check: paramsSchema.safeParse(params).success,
        };
      }),
    )
    .flat();
  expect(taken.filter((probe) => probe.catalogue !== probe.check)).toEqual([]);
  expect(new Set(taken.map((probe) => probe.check))).toEqual(new Set([true, false]));
});
