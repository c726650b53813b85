import { forBrowser } from "./browser.ts";
import { frame } from "./frame.ts";
import { recordNames } from "./record.ts";
import { trail } from "./trail.ts";
import { verify } from "./verify.ts";

/** German, by the English that it says: everything. What the browser's components need stands in `browser.ts`. */
export const german: Readonly<Record<string, string>> = {
  ...recordNames,
  ...forBrowser,
  ...frame,
  ...trail,
  ...verify,
};
