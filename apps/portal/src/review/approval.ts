import type { ReviewView } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { environmentInside } from "../model/names.ts";

/** What the last approval brings about by itself; null where it moves nothing. */
export const promotionWords = (say: Say, { policy, environment, version }: ReviewView): string | null =>
  policy.promotion === "on_approval" && environment.aliases.length > 0
    ? say("The last approval makes version {version} the {aliases} in {environment} at once.", {
        version: version.number,
        aliases: say.list(environment.aliases),
        environment: environmentInside(say, environment.title),
      })
    : null;

/** Id of the form that makes the certificate of what was approved. */
export const certificateForm = "certificate";
