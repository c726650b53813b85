import { termKey } from "../say.ts";
import { terms } from "./terms.ts";
import { checksInBrowser } from "./checks-browser.ts";
import { inboxBrowser } from "./inbox-browser.ts";
import { ui } from "./ui.ts";

/** German that components of the browser say; sent with every page in German. */
export const forBrowser: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(terms).map(([word, german]) => [termKey(word), german])),
  ...checksInBrowser,
  ...inboxBrowser,
  ...ui,
};
