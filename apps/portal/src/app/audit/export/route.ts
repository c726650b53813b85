import type { EventExport } from "@countersign/domain";
import { english } from "@countersign/words";
import { csv, saved } from "../../../download.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { narrowed } from "../../../trail/filters.ts";
import { whatText } from "../../../trail/words.ts";

/** The selection of the trail's address: `format=ndjson` with bytes and proofs, else CSV. That it was taken is in the trail. */
export async function GET(request: Request): Promise<Response> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const filters = narrowed(given);
  const taken = await orNotFound((await api(`/audit?${new URLSearchParams(filters).toString()}`)).trailExport(filters));
  return given["format"] === "ndjson"
    ? saved(ndjson(taken, filters), "audit-trail.ndjson", "application/x-ndjson")
    : saved(table(taken), "audit-trail.csv", "text/csv");
}

/** First what the file is and what it leaves out, then an entry a line: its bytes as text, and the way to the signed root. */
function ndjson({ entries, ...head }: EventExport, filters: object): string {
  const lines = [
    { format: "countersign-trail", version: 1, ...head, filters, entries: entries.length },
    ...entries.map(({ event, leaf, proof }) => ({ index: event.idx, leaf, proof })),
  ];
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
}

function table({ entries, leftOut, total }: EventExport): string {
  return csv([
    ["index", "recorded at (UTC)", "as of (UTC)", "origin", "act", "who", "kind", "roles", "stream", "entry", "what"],
    ...entries.map(({ event }) => [
      String(event.idx),
      event.at,
      event.claimedAt,
      event.origin,
      event.act,
      event.actor?.name ?? "",
      event.actorKind,
      event.roles.join("; "),
      event.stream,
      String(event.sver),
      whatText(english, event),
    ]),
    [`${entries.length} of ${total} signed entries; ${leftOut} left out`],
  ]);
}
