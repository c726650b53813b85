import { type ModelFilter, modelPlaces, type Row, rows } from "@countersign/db";
import type { Ask } from "../kernel/query.ts";

/** As many of one kind as are told: a search that finds more is narrowed by another word. */
export const each = 6;
export const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);
export const isAmong = (asked: string[], text: string): boolean =>
  asked.every((word) => text.toLowerCase().includes(word));

export const narrowedTo = ({ known }: Ask, asked: string[]): ModelFilter => ({
  workspaces: known.workspaces,
  models: known.models,
  words: asked.map((word) => ({ word, owners: [] })),
});

/** Models of which every word is in the key or the title: whose key begins with what was typed first, the shortest before the others. */
export async function modelsNamed(ask: Ask, asked: string[]): Promise<Row<"model">[]> {
  const { reader } = ask;
  const places = await modelPlaces(reader, narrowedTo(ask, asked), { order: "title", after: null, limit: 200 });
  const found = await rows(reader, "model", { id: places.map(({ id }) => id) }, { order: "title" });
  const begins = (key: string): number => (key.startsWith(asked.join("-")) ? 0 : 1);
  return found.toSorted((a, b) => begins(a.key) - begins(b.key) || a.title.length - b.title.length).slice(0, each);
}

/** Policies of which every word is in the key. */
export async function policiesNamed({ reader, known }: Ask, asked: string[]): Promise<Row<"policy">[]> {
  const all = await rows(reader, "policy", { workspace_id: known.workspaces }, { order: "key" });
  return all.filter(({ key }) => isAmong(asked, key.replaceAll("-", " ")) || isAmong(asked, key)).slice(0, each);
}
