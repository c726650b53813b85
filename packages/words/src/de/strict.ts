import { type Say, speaker } from "../say.ts";
import { german } from "./index.ts";

/** German that falls back to nothing: a message without German is a fault. For tests. */
export const strictGerman: Say = speaker(
  "de",
  "UTC",
  new Proxy(german, {
    get(catalogue, message: string) {
      const said = catalogue[message];
      if (said === undefined) throw new Error(`no German: ${message}`);
      return said;
    },
  }),
);
