import { forBrowser } from "./browser.ts";
import { checks } from "./checks.ts";
import { frame } from "./frame.ts";
import { inbox } from "./inbox.ts";
import { refusals } from "./refusals.ts";

/** German, by the English that it says: everything. What the browser's components need stands in `browser.ts`. */
export const german: Readonly<Record<string, string>> = {
  ...forBrowser,
  ...checks,
  ...frame,
  ...inbox,
  ...refusals,
};
