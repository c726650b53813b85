/** What narrows the trail, as it stands in its address. */
const names = ["act", "stream", "person", "from", "until"] as const;
export type TrailFilters = Partial<Record<(typeof names)[number], string>>;

/** The filters of an address; what is empty, given twice or no filter is left out. */
export const narrowed = (given: Record<string, string | string[] | undefined>): TrailFilters =>
  Object.fromEntries(
    names.flatMap((name) => (typeof given[name] === "string" && given[name] !== "" ? [[name, given[name]]] : [])),
  );
