import type { ModelListItem, ModelPage } from "@countersign/domain";
import { saved } from "../../../download.ts";
import { asked, modelsCsv } from "../../../model/selection.ts";
import { api } from "../../../server/caller.ts";

/** The selection of the list's address as CSV. Nothing but what the list shows: no event is recorded. */
export async function GET(request: Request): Promise<Response> {
  const selection = asked(Object.fromEntries(new URL(request.url).searchParams));
  const caller = await api("/models");
  const models: ModelListItem[] = [];
  let page: ModelPage | null = null;
  do {
    page = await caller.models({ ...selection, limit: 200, ...(page?.next ? { after: page.next } : {}) });
    models.push(...page.models);
  } while (page.next !== null);
  return saved(modelsCsv(models), "models.csv", "text/csv");
}
