import { forBrowser } from "./browser.ts";
import { frame } from "./frame.ts";
import { inbox } from "./inbox.ts";

/** German, by the English that it says: everything. What the browser's components need stands in `browser.ts`. */
export const german: Readonly<Record<string, string>> = { ...forBrowser, ...frame, ...inbox };
