import { forBrowser } from "./browser.ts";
import { frame } from "./frame.ts";

/** German, by the English that it says: everything. What the browser's components need stands in `browser.ts`. */
export const german: Readonly<Record<string, string>> = { ...forBrowser, ...frame };
