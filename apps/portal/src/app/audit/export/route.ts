import type { EventExport } from "@countersign/domain";
import { english } from "@countersign/words";
import { type Cell, csv, saved, xlsx, xlsxType } from "../../../download.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { narrowed } from "../../../trail/filters.ts";
import { whatText } from "../../../trail/words.ts";

/** The selection of the trail's address: `format=ndjson` with bytes and proofs, `format=xlsx` as a workbook, else CSV. That it was taken is in the trail. */
export async function GET(request: Request): Promise<Response> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const filters = narrowed(given);
  const taken = await orNotFound((await api(`/audit?${new URLSearchParams(filters).toString()}`)).trailExport(filters));
  switch (given["format"]) {
    case "ndjson":
      return saved(ndjson(taken, filters), "audit-trail.ndjson", "application/x-ndjson");
    case "xlsx":
      return saved(new Uint8Array(await xlsx(table(taken), "Audit trail")), "audit-trail.xlsx", xlsxType);
    default:
      return saved(csv(table(taken)), "audit-trail.csv", "text/csv");
  }
}

/** First what the file is and what it leaves out, then an entry a line: its bytes as text, and the way to the signed root. */
function ndjson({ entries, ...head }: EventExport, filters: object): string {
  const lines = [
    { format: "countersign-trail", version: 1, ...head, filters, entries: entries.length },
    ...entries.map(({ event, leaf, proof }) => ({ index: event.idx, leaf, proof })),
  ];
  return `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
}

/** A line for each entry, and how many were left out. */
function table({ entries, leftOut, total }: EventExport): Cell[][] {
  return [
    ["index", "recorded at (UTC)", "as of (UTC)", "origin", "act", "who", "kind", "roles", "stream", "entry", "what"],
    ...entries.map(({ event }) => [
      event.idx ?? "",
      event.at,
      event.claimedAt,
      event.origin,
      event.act,
      event.actor?.name ?? "",
      event.actorKind,
      event.roles.join("; "),
      event.stream,
      event.sver,
      whatText(english, event),
    ]),
    [`${entries.length} of ${total} signed entries; ${leftOut} left out`],
  ];
}
