import { leafOfEvent, newestCheckpoint, type Reader, trail } from "@countersign/db";
import { type EventChange, type EventDetail, permissions } from "@countersign/domain";
import { decodeLeaf, type EventCore, type RowImage } from "@countersign/record";
import { formatProof, inclusionProof } from "@countersign/tlog";
import { z } from "zod";
import { storedSubtrees } from "../evidence/subtrees.ts";
import { defineQuery } from "../kernel/query.ts";
import { Disclosed } from "../people/names.ts";
import { streamNames } from "./names.ts";
import { recordsReading } from "./reading.ts";
import { sightOf } from "./sight.ts";
import { entriesOf } from "./view.ts";

const input = z.strictObject({ index: z.int().min(0) });

/** One entry of the trail: what changed, the bytes that are in the log, and the proof that they are. Reading it is recorded first. */
export const eventDetail = defineQuery({
  name: "event.view",
  input,
  roles: permissions["event.list"].roles,
  async see({ reader, known }, { index }) {
    const [entry] = await trail(reader, { index, limit: 1, sight: await sightOf(reader, known) });
    return entry ? { workspaceId: null, entry } : null;
  },
  recordedBy: () => readEntry,
  async run(ask, { entry }, { index }): Promise<EventDetail> {
    const { reader, known, say } = ask;
    const [told] = await entriesOf(reader, known.personId ?? "", [entry], say);
    if (!told) throw new Error(`entry ${index} is not told`);
    const { core, closed, view } = told;
    const leaf = await leafOfEvent(reader, core.stream, core.sver);
    if (!leaf) throw new Error(`entry ${index} has no leaf`);
    const neighbour = async (sver: number): Promise<number | null> =>
      (await leafOfEvent(reader, core.stream, sver))?.idx ?? null;
    const decoded = decodeLeaf(leaf.bytes);
    const checkpoint = await newestCheckpoint(reader);
    return {
      event: view,
      of: (await streamNames(ask, [core.stream]))[core.stream] ?? null,
      database: decoded.ok ? decoded.leaf.db : null,
      before: core.sver > 1 ? await neighbour(core.sver - 1) : null,
      after: await neighbour(core.sver + 1),
      content: closed
        ? null
        : {
            data: Object.entries(core.data).map(([name, value]) => ({ name, value: shown(value) })),
            changes: await changesOf(reader, core),
            leaf: Buffer.from(leaf.bytes).toString("utf8"),
          },
      proof: checkpoint && index < checkpoint.size ? await proofOf(reader, index, checkpoint) : null,
    };
  },
});

const readEntry = recordsReading(input, ({ index }) => ({ scope: "entry", from_index: index, count: 1 }));

async function proofOf(reader: Reader, index: number, checkpoint: { size: number; note: string }): Promise<string> {
  const subtrees = await storedSubtrees(reader);
  return formatProof({ index, proof: inclusionProof(index, checkpoint.size, subtrees), checkpoint: checkpoint.note });
}

const shown = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);

/** Each row of an event beside what the last event of the same stream before it left of it. */
async function changesOf(reader: Reader, core: EventCore): Promise<EventChange[]> {
  if (core.rows.length === 0) return [];
  const earlier = (await trail(reader, { streams: [core.stream], limit: 10_000 }))
    .map((one) => one.core)
    .filter(({ sver }) => sver < core.sver)
    .toSorted((a, b) => b.sver - a.sver);
  const beforeOf = ({ t, row }: RowImage): RowImage["row"] | null =>
    earlier.flatMap(({ rows }) => rows).find((image) => image.t === t && image.row["id"] === row["id"])?.row ?? null;
  const pairs = core.rows.map((image) => ({ image, before: beforeOf(image) }));
  const texts = await Disclosed.load(
    reader,
    pairs.flatMap(({ image, before }) => [...Object.values(image.row), ...Object.values(before ?? {})].map(shown)),
  );
  // Texts of acts are read here as on the page of the act; names and addresses of people only where people are administered.
  const readable = (table: string, value: unknown): string | null => {
    const plain = shown(value);
    const text = table === "person" ? null : texts.text(plain);
    return text === null || text === "erased" ? plain : text;
  };
  return pairs.map(({ image: { t, row }, before }) => ({
    table: t,
    id: String(row["id"] ?? ""),
    isNew: before === null,
    fields: Object.keys(row)
      .filter((name) => before === null || JSON.stringify(before[name]) !== JSON.stringify(row[name]))
      .map((name) => ({ name, before: before ? readable(t, before[name]) : null, after: readable(t, row[name]) })),
  }));
}
