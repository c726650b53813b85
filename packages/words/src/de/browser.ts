import { checksInBrowser } from "./checks-browser.ts";
import { terms } from "./terms.ts";
import { ui } from "./ui.ts";

/** German that components of the browser say; sent with every page in German. */
export const forBrowser: Readonly<Record<string, string>> = { ...terms, ...ui, ...checksInBrowser };
