import type { EventView } from "@countersign/domain";
import type { Say } from "@countersign/words";

/** The name of whoever acted: a person, or the part of the product. */
export const actorName = (say: Say, { actor, actorKind }: EventView): string =>
  actor?.name ?? (actorKind === "job" ? say("The worker") : say("The system"));
