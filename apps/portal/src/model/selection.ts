import type { ModelListItem } from "@countersign/domain";
import { csv } from "../download.ts";

export interface Selection {
  q?: string;
  state?: string;
  tier?: string;
  sort?: string;
}

/** A selection as an address has it: of a name that stands twice, the first counts. */
export const selectionOf = (given: Record<string, string | string[] | undefined>): Selection =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

/** Before a tier is given a model sorts after those that have one. */
const byTitle = (a: ModelListItem, b: ModelListItem): number => a.title.localeCompare(b.title, "en");
const orders = new Map<string | undefined, typeof byTitle>([
  ["tier", (a, b) => (a.tier ?? "T9").localeCompare(b.tier ?? "T9") || byTitle(a, b)],
  ["open", (a, b) => b.openReviews + b.openFindings - (a.openReviews + a.openFindings) || byTitle(a, b)],
  ["owner", (a, b) => a.owner.name.localeCompare(b.owner.name, "en") || byTitle(a, b)],
]);

/** The models that a list's address asks for, in its order. */
export function select(models: ModelListItem[], { q, state, tier, sort }: Selection): ModelListItem[] {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return models
    .filter((model) => {
      const text = `${model.key} ${model.title} ${model.owner.name} ${model.task}`.toLowerCase();
      return (
        words.every((word) => text.includes(word)) &&
        (!state || model.state === state) &&
        (!tier || model.tier === tier)
      );
    })
    .toSorted(orders.get(sort) ?? byTitle);
}

/** The selection as CSV, with a header. */
export function modelsCsv(models: ModelListItem[]): string {
  const head = ["key", "title", "task", "state", "tier", "owner", "in use", "newest", "open reviews", "open findings"];
  const lines = models.map((model) => [
    model.key,
    model.title,
    model.task,
    model.state,
    model.tier ?? "",
    model.owner.name,
    model.aliases.map((alias) => `${alias.name}: version ${alias.version.number}`).join("; "),
    String(model.versions.at(-1)?.number ?? ""),
    String(model.openReviews),
    String(model.openFindings),
  ]);
  return csv([head, ...lines]);
}
