import type { ModelListItem } from "@countersign/domain";
import { expect, test } from "vitest";
import { asked, modelsCsv } from "../src/model/selection.ts";

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
test("what an address asks for: empty choices are none, an order that nobody knows is that of the titles", () => {
  expect(asked({ q: "amara credit", state: "", tier: "T1", sort: "open" })).toEqual({
    q: "amara credit",
    tier: "T1",
    order: "open",
  });
  expect(asked({ sort: "__proto__" })).toEqual({ order: "title" });
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
