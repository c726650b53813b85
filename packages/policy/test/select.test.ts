import fc from "fast-check";
import { expect, test } from "vitest";
import { applies, type PolicyDocument, selectPolicy } from "../src/index.ts";
import { policy } from "./build.ts";

const of = { tier: "T1", environment: "production", task: "binary", model: "credit-pd" } as const;
const scoped = (key: string, scope: Partial<PolicyDocument["appliesTo"]> = {}) =>
  policy({ key, appliesTo: { tiers: ["T1"], environments: ["production"], ...scope } });
const general = scoped("general");
const byTask = scoped("by-task", { tasks: ["binary"] });
const byModel = scoped("by-model", { models: ["credit-pd"] });
const both = scoped("both", { tasks: ["binary"], models: ["credit-pd"] });
const chosen = (published: PolicyDocument[]) => {
  const selection = selectPolicy(published, of);
  return selection.ok ? selection.policy.key : selection.several;
};

test("the more specific policy wins: model over task over all", () => {
  expect(chosen([general])).toBe("general");
  expect(chosen([general, byTask])).toBe("by-task");
  expect(chosen([general, byTask, byModel])).toBe("by-model");
  expect(chosen([general, byTask, byModel, both])).toBe("both");
});

test("none applies, or two equally specific ones do: none is followed", () => {
  expect(chosen([])).toEqual([]);
  expect(
    chosen([
      scoped("other", { models: ["fraud"] }),
      scoped("staging", { environments: ["staging"] }),
      scoped("t2", { tiers: ["T2"] }),
      scoped("numbers", { tasks: ["regression"] }),
    ]),
  ).toEqual([]);
  expect(chosen([general, scoped("another")])).toEqual(["another", "general"]);
  expect(chosen([general, byModel, scoped("twin", { models: ["credit-pd", "fraud"] })])).toEqual(["by-model", "twin"]);
});

test("the choice does not depend on the order, and what is chosen applies", () => {
  const all = [
    general,
    byTask,
    byModel,
    both,
    scoped("another"),
    scoped("t2", { tiers: ["T2"] }),
    scoped("twin", { models: ["credit-pd"] }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(all), (published) => {
      const selection = selectPolicy(published, of);
      expect(selection).toEqual(selectPolicy(published.toReversed(), of));
      if (selection.ok) expect(applies(selection.policy, of)).toBe(true);
      else expect(selection.several.length).not.toBe(1);
    }),
  );
});
