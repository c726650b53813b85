import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkCatalogue, parsePolicy } from "@countersign/domain";
import { readYaml } from "@countersign/domain/yaml";
import { expect, test } from "vitest";
import { begunFrom } from "../src/policy/template.ts";

const example = readFileSync(
  fileURLToPath(import.meta.resolve("@countersign/domain/policies/t2-binary-production.yaml")),
  "utf8",
);

test("a new policy begins as a whole one, with what its parts mean, under a key that is not taken", () => {
  const source = begunFrom(example, ["new-policy", "new-policy-2", "staging"]);
  const yaml = readYaml(source);
  const parsed = parsePolicy(yaml.ok ? yaml.value : null);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.policy).toMatchObject({ key: "new-policy-3", title: "A new policy" });
  expect(parsed.policy.checks.filter(({ check }) => !Object.hasOwn(checkCatalogue, check))).toEqual([]);
  expect(source.split("\n").filter((line) => line.startsWith("# ")).length).toBeGreaterThan(8);
});
