import { saved } from "../../../download.ts";
import { modelsCsv, select } from "../../../model/selection.ts";
import { api } from "../../../server/caller.ts";

/** The selection of the list's address as CSV. Nothing but what the list shows: no event is recorded. */
export async function GET(request: Request): Promise<Response> {
  const selection = Object.fromEntries(new URL(request.url).searchParams);
  return saved(modelsCsv(select(await (await api("/models")).models({}), selection)), "models.csv", "text/csv");
}
