import {
  countModels,
  type ModelFilter,
  modelOwners,
  type ModelPlace,
  modelPlaces,
  type Reader,
  rows,
} from "@countersign/db";
import type { ModelPage } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { lineText } from "../kernel/texts.ts";
import { People } from "../people/names.ts";
import { modelSummaries } from "./summary.ts";

const input = z.strictObject({
  key: z.string().max(100).optional(),
  /** Words, each of which stands in the key, the title, the task or the owner's name. */
  q: lineText(200).optional(),
  state: lineText(40).optional(),
  tier: lineText(4).optional(),
  order: z.enum(["title", "tier", "open", "owner", "date"]).default("title"),
  /** `next` of the page before. */
  after: z
    .string()
    .max(1000)
    .transform((cursor, { addIssue }) => {
      const place = placeOf(cursor);
      if (!place) addIssue({ code: "custom", message: msg("is no `next` of a page of this list") });
      return place ?? z.NEVER;
    })
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of the models of the actor's workspaces with their versions, what their aliases name, and how much is open. */
export const modelList = defineQuery({
  name: "model.list",
  input,
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known, say }, _seen, { key, q, state, tier, order, after, limit }): Promise<ModelPage> {
    const sight = { workspaces: known.workspaces, models: known.models };
    const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const owners = words.length > 0 || order === "owner" ? await ownersByName(reader, known.workspaces) : [];
    const filter: ModelFilter = {
      ...sight,
      key,
      state,
      tier,
      words: words.map((word) => ({
        word,
        owners: owners.flatMap(({ id, name }) => (name.toLowerCase().includes(word) ? [id] : [])),
      })),
    };
    const places = await modelPlaces(reader, filter, {
      order: order === "owner" ? { owners: owners.map(({ id }) => id) } : order,
      after: after ?? null,
      limit: limit + 1,
    });
    const shown = places.slice(0, limit);
    const last = shown.at(-1);
    const found = new Map(
      (await rows(reader, "model", { id: shown.map(({ id }) => id) })).map((model) => [model.id, model]),
    );
    return {
      models: await modelSummaries(
        reader,
        shown.flatMap(({ id }) => found.get(id) ?? []),
        say,
      ),
      total: await countModels(reader, { ...sight, words: [] }),
      matching: await countModels(reader, filter),
      next: places.length > limit && last ? cursorOf(last) : null,
    };
  },
});

async function ownersByName(reader: Reader, workspaces: string[]): Promise<{ id: string; name: string }[]> {
  const ids = await modelOwners(reader, workspaces);
  const people = await People.load(reader, ids);
  return ids.map((id) => people.get(id)).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

const cursorOf = ({ rank, title, id }: ModelPlace): string =>
  Buffer.from(JSON.stringify([rank, title, id])).toString("base64url");

/** The place that a cursor names; null where nobody was given such a one. */
function placeOf(cursor: string): ModelPlace | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [rank, title, id] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    return typeof rank === "string" && typeof title === "string" && typeof id === "string" ? { rank, title, id } : null;
  } catch {
    return null;
  }
}
