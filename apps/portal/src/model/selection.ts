import type { ModelListItem } from "@countersign/domain";

export interface Selection {
  q?: string;
  state?: string;
  tier?: string;
  sort?: string;
  /** Where the page begins: `next` of the one before. */
  after?: string;
}

/** A selection as an address has it: of a name that stands twice, the first counts. */
export const selectionOf = (given: Record<string, string | string[] | undefined>): Selection =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

const orders = ["title", "tier", "open", "owner", "date"] as const;

/** What the list is asked for; an order that nobody knows is that of the titles, a choice that is empty is none. */
export function asked({ q, state, tier, sort }: Selection) {
  return {
    order: orders.find((order) => order === sort) ?? "title",
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(tier ? { tier } : {}),
  };
}

/** The selection as CSV, with a header. */
export function modelLines(models: ModelListItem[]): (string | number)[][] {
  const head = [
    "key",
    "title",
    "task",
    "state",
    "tier",
    "owner",
    "in use",
    "newest",
    "open reviews",
    "open findings",
    "next date",
    "next date is",
  ];
  const lines = models.map((model) => [
    model.key,
    model.title,
    model.task,
    model.state,
    model.tier ?? "",
    model.owner.name,
    model.aliases.map((alias) => `${alias.name}: version ${alias.version.number}`).join("; "),
    model.versions.at(-1)?.number ?? "",
    model.openReviews,
    model.openFindings,
    model.nextDate?.at ?? "",
    model.nextDate ? { approval: "end of the approval", condition: "condition" }[model.nextDate.what] : "",
  ]);
  return [head, ...lines];
}
