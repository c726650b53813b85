import type { ModelListItem } from "@countersign/domain";
import { expect, test } from "vitest";
import { modelsCsv, select } from "../src/model/selection.ts";

const model = (change: Partial<ModelListItem> = {}): ModelListItem => ({
  id: "mdl_1",
  workspace: "default",
  key: "credit-pd",
  title: "Retail credit PD",
  task: "binary",
  state: "active",
  tier: "T1",
  owner: { id: "usr_1", name: "Amara Osei" },
  versions: [],
  aliases: [],
  openReviews: 0,
  openFindings: 0,
  ...change,
});
const models = [
  model(),
  model({ key: "staffing", title: "Branch staffing", tier: null, state: "proposed", openReviews: 2 }),
  model({ key: "visits", title: "Doctor visits", tier: "T4", owner: { id: "usr_2", name: "Ben Ito" } }),
];
const keys = (selection: Parameters<typeof select>[1]): string[] => select(models, selection).map(({ key }) => key);

test("every word has to be found, state and tier have to be those that were chosen", () => {
  expect(keys({ q: "amara CREDIT" })).toEqual(["credit-pd"]);
  expect(keys({ q: "ito" })).toEqual(["visits"]);
  expect(keys({ state: "proposed" })).toEqual(["staffing"]);
  expect(keys({ tier: "T4", q: "" })).toEqual(["visits"]);
  expect(keys({ q: "nothing" })).toEqual([]);
});

test("an order that nobody knows is that of the titles; a model without a tier comes last", () => {
  expect(keys({ sort: "__proto__" })).toEqual(["staffing", "visits", "credit-pd"]);
  expect(keys({ sort: "tier" })).toEqual(["credit-pd", "visits", "staffing"]);
  expect(keys({ sort: "open" })[0]).toBe("staffing");
});

test.each([
  ["=HYPERLINK(1)", `"'=HYPERLINK(1)"`],
  ["+1", `"'+1"`],
  ["-1", `"'-1"`],
  ["@sum", `"'@sum"`],
  ["\tx", `"'\tx"`],
  ['say "so", twice', '"say ""so"", twice"'],
])("a spreadsheet shows %s and never runs it", (title, cell) => {
  expect(modelsCsv([model({ title })]).split("\r\n")[1]).toContain(cell);
});
