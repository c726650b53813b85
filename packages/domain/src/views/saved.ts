/** A selection of a list that somebody has given a name. */
export interface SavedView {
  page: "models" | "audit";
  name: string;
  /** The query of the list's address, without the question mark. */
  selection: string;
}
