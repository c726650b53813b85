/** How the chain stands at a row: in the tree, not yet, where it breaks, where nothing can be judged. */
export type ChainState = "whole" | "waiting" | "cut" | "after";

/** Where a browser found that the log breaks: the entry that does not fit, and how many before it are as they were signed. */
export type Break = { at: number | null; intact: number } | null;

/** How the chain stands at a row of entries, by the indexes of its newest and oldest; null: not in the tree yet. */
export function chainState(found: Break, newest: number | null, oldest: number | null): ChainState {
  if (newest === null || oldest === null) return found ? "after" : "waiting";
  if (!found) return "whole";
  if (found.at !== null && oldest <= found.at && found.at <= newest) return "cut";
  return newest < found.intact ? "whole" : "after";
}
