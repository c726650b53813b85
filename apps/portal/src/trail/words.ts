import type { EventView } from "@countersign/domain";
import type { Say } from "@countersign/words";

/** The name of whoever acted: a person, or the part of the product. */
export const actorName = (say: Say, { actor, actorKind }: EventView): string =>
  actor?.name ?? (actorKind === "job" ? say("The worker") : say("The system"));

/** What an entry says, without whoever acted: that stands before it, in every language. */
export const whatText = (say: Say, { sentence }: EventView): string =>
  say(sentence.message, { ...sentence.values, who: "" }).trimStart();
