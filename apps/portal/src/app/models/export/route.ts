import { csv, select } from "../../../model/selection.ts";
import { api } from "../../../server/caller.ts";

/** The selection of the list's address as CSV. Nothing but what the list shows: no event is recorded. */
export async function GET(request: Request): Promise<Response> {
  const selection = Object.fromEntries(new URL(request.url).searchParams);
  const models = select(await (await api("/models")).models({}), selection);
  return new Response(csv(models), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="models.csv"',
      "cache-control": "no-store",
    },
  });
}
