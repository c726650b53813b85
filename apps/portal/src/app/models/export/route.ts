import type { ModelListItem, ModelPage } from "@countersign/domain";
import { csv } from "@countersign/reports/csv";
import { xlsx, xlsxType } from "@countersign/reports/sheet";
import { english } from "@countersign/words";
import { saved } from "../../../download.ts";
import { asked, modelLines } from "../../../model/selection.ts";
import { api } from "../../../server/caller.ts";

/** The selection of the list's address as CSV, or as a workbook (`format=xlsx`). Nothing but what the list shows: no event is recorded. */
export async function GET(request: Request): Promise<Response> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const selection = asked(given);
  const caller = await api("/models", english);
  const models: ModelListItem[] = [];
  let page: ModelPage | null = null;
  do {
    page = await caller.models({ ...selection, limit: 200, ...(page?.next ? { after: page.next } : {}) });
    models.push(...page.models);
  } while (page.next !== null);
  const lines = modelLines(models);
  return given["format"] === "xlsx"
    ? saved(new Uint8Array(await xlsx(lines, "Models")), "models.xlsx", xlsxType)
    : saved(csv(lines), "models.csv", "text/csv");
}
