import { type EventExport, type ExportedEntry, type TrailFormat, whatText } from "@countersign/domain";
import { type Cell, csv } from "@countersign/reports/csv";
import { xlsxType } from "@countersign/reports/sheet";
import { english } from "@countersign/words";

/** Name and media type of each format. */
export const trailFiles: Record<TrailFormat, { name: string; type: string }> = {
  csv: { name: "audit-trail.csv", type: "text/csv; charset=utf-8" },
  xlsx: { name: "audit-trail.xlsx", type: xlsxType },
  ndjson: { name: "audit-trail.ndjson", type: "application/x-ndjson; charset=utf-8" },
};

export const heading: Cell[] = [
  "index",
  "recorded at (UTC)",
  "as of (UTC)",
  "origin",
  "act",
  "who",
  "kind",
  "roles",
  "stream",
  "entry",
  "what",
];

/** An entry as a line of a table. */
export const cellsOf = ({ event }: ExportedEntry): Cell[] => [
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
];

/** The last line of a table: how many were left out. */
export const ending = ({ entries, leftOut, total }: EventExport): Cell[] => [
  `${entries} of ${total} signed entries; ${leftOut} left out`,
];

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** How each format that is a text is written: what stands first, each entry, what stands last. */
export const textOf = {
  csv: {
    first: () => csv([heading]),
    entry: (entry: ExportedEntry) => csv([cellsOf(entry)]),
    last: (head: EventExport) => csv([ending(head)]),
  },
  /** First what the file is and what it leaves out, then an entry a line: its bytes as text, and the way to the signed root. */
  ndjson: {
    first: ({ entries, ...head }: EventExport, filters: object) =>
      json({ format: "countersign-trail", version: 1, ...head, filters, entries }),
    entry: ({ event, leaf, proof }: ExportedEntry) => json({ index: event.idx, leaf, proof }),
    last: () => "",
  },
};
