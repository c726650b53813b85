import type { Say } from "@countersign/words";
import type { EventView } from "./views/index.ts";

/** What an entry says, without whoever acted: that stands before it, in every language. */
export const whatText = (say: Say, { sentence }: Pick<EventView, "sentence">): string =>
  say(sentence.message, { ...sentence.values, who: "" }).trimStart();
