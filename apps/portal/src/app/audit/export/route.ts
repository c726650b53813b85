import { askedFor } from "../../../server/asked-for.ts";
import { narrowed } from "../../../trail/filters.ts";

/** The selection of the trail's address in a format, where no script asks for it. That it was taken is in the trail. */
export async function GET(request: Request): Promise<Response> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const of = narrowed(given);
  return askedFor(
    request,
    { kind: "trail", format: given["format"] ?? "csv", of },
    `/audit?${new URLSearchParams(of).toString()}`,
  );
}
