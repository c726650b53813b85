import type { ModelListItem } from "@countersign/domain";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { asked, modelLines } from "../src/model/selection.ts";
import { csv } from "@countersign/reports/csv";
import { xlsx } from "@countersign/reports/sheet";

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
  nextDate: null,
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

test("an export tells the next date and what it is; a model without one has two empty cells", () => {
  const [head, dated, none] = modelLines([
    model({ nextDate: { at: "2026-10-31T00:00:00.000Z", what: "condition" } }),
    model(),
  ]);
  expect(head?.slice(-2)).toEqual(["next date", "next date is"]);
  expect(dated?.slice(-2)).toEqual(["2026-10-31T00:00:00.000Z", "condition"]);
  expect(none?.slice(-2)).toEqual(["", ""]);
  expect(head?.length).toBe(none?.length);
});

test.each([
  ["=HYPERLINK(1)", `"'=HYPERLINK(1)"`],
  ["+1", `"'+1"`],
  ["-1", `"'-1"`],
  ["@sum", `"'@sum"`],
  ["\tx", `"'\tx"`],
  ['say "so", twice', '"say ""so"", twice"'],
])("a spreadsheet shows %s and never runs it", (title, cell) => {
  expect(csv(modelLines([model({ title })])).split("\r\n")[1]).toContain(cell);
});

/** The text of a member of a zip, found by its local header. */
function member(zip: Buffer, name: string): string {
  const at = zip.indexOf(name, zip.indexOf("PK\u0003\u0004")) - 30;
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return inflateRawSync(zip.subarray(begin)).toString("utf8");
}

test("a workbook has the same lines: text is text, whatever it begins with, and counts are numbers", async () => {
  const book = await xlsx(modelLines([model({ title: "=HYPERLINK(1)", openReviews: 3 })]), "Models");
  const sheet = member(book, "xl/worksheets/sheet1.xml");
  expect(sheet).not.toContain("<f>");
  expect(sheet).toMatch(/<v>3<\/v>/);
  expect(member(book, "xl/sharedStrings.xml")).toContain("=HYPERLINK(1)");
});
