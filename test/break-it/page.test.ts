import { existsSync, readFileSync } from "node:fs";
import { lifecycles, obstacleKinds, reasonKinds } from "@countersign/domain";
import { codes } from "@countersign/verifier";
import { expect, test } from "vitest";
import { root } from "../lib/run-step.ts";
import { breakItPage, pagePath, seenOnPage } from "./page.ts";
import { allRules } from "./rules.ts";

const rules = allRules();
const seen = seenOnPage(rules);

/** `pnpm break-it --new --write` takes away the rules that are not on the page yet. */
test("docs/break-it.md has every rule of the source, each with the test that goes red without it", () => {
  expect(rules.filter((rule) => !seen.has(rule.name)).map((rule) => rule.name)).toEqual([]);
  expect(readFileSync(pagePath, "utf8")).toBe(breakItPage(rules, seen));
  expect([...new Set([...seen.values()].map((red) => red.file))].filter((file) => !existsSync(root + file))).toEqual(
    [],
  );
});

test("no two rules have one name, and each is found where it is taken away", () => {
  expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
  expect(rules.filter((rule) => rule.edits.length === 0)).toEqual([]);
});

/** A signature that is discounted is an `if` of its own in `decisions.ts`. */
test("the rules are those of the catalogues: every reason, obstacle, discrepancy and step of a lifecycle", () => {
  const named = (form: string): boolean => rules.some((rule) => rule.rule === form || rule.rule.startsWith(`${form} `));
  expect(reasonKinds.filter((kind) => !kind.startsWith("decision_") && !named(`reason ${kind}`))).toEqual([]);
  expect(obstacleKinds.filter((kind) => !named(`reason ${kind}`))).toEqual([]);
  const inDirect = Object.keys(codes).filter((code) => !named(`discrepancy ${code}`));
  expect(inDirect).toEqual(["signer_without_role", "signer_built_it", "signature_twice"]);
  const steps = lifecycles.flatMap(({ moves }) => Object.values(moves).flatMap((move) => move.from));
  expect(rules.filter((rule) => rule.rule.startsWith("step ")).length).toBe(steps.length);
});
