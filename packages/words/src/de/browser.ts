import { modelsBrowser } from "./models-browser.ts";
import { outsideBrowser } from "./outside-browser.ts";
import { peopleBrowser } from "./people-browser.ts";
import { shellBrowser } from "./shell-browser.ts";
import { terms } from "./terms.ts";
import { ui } from "./ui.ts";

/** German that components of the browser say; sent with every page in German. */
export const forBrowser: Readonly<Record<string, string>> = {
  ...terms,
  ...ui,
  ...shellBrowser,
  ...modelsBrowser,
  ...peopleBrowser,
  ...outsideBrowser,
};
