import { terms } from "./terms.ts";
import { trailInBrowser } from "./trail-browser.ts";
import { ui } from "./ui.ts";
import { verifyInBrowser } from "./verify-browser.ts";

/** German that components of the browser say; sent with every page in German. */
export const forBrowser: Readonly<Record<string, string>> = { ...terms, ...ui, ...trailInBrowser, ...verifyInBrowser };
