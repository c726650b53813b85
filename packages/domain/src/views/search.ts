/** Something that a search leads to. */
export interface SearchResult {
  kind: "model" | "version" | "review" | "policy" | "person" | "entry";
  /** Its own name. */
  title: string;
  /** What it is or belongs to, in a few words. */
  note: string;
  /** Where it stands in the portal. */
  href: string;
}

export interface SearchResults {
  results: SearchResult[];
}
