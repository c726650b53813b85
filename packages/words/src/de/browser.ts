import { termKey } from "../say.ts";
import { terms } from "./terms.ts";
import { checksInBrowser } from "./checks-browser.ts";
import { inboxBrowser } from "./inbox-browser.ts";
import { modelsBrowser } from "./models-browser.ts";
import { noticesBrowser } from "./notices-browser.ts";
import { outsideBrowser } from "./outside-browser.ts";
import { peopleBrowser } from "./people-browser.ts";
import { policiesBrowser } from "./policies-browser.ts";
import { practiceBrowser } from "./practice-browser.ts";
import { reviewInBrowser } from "./review-browser.ts";
import { shellBrowser } from "./shell-browser.ts";
import { trailInBrowser } from "./trail-browser.ts";
import { ui } from "./ui.ts";
import { verifyInBrowser } from "./verify-browser.ts";

/** German that components of the browser say; sent with every page in German. */
export const forBrowser: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(terms).map(([word, german]) => [termKey(word), german])),
  ...checksInBrowser,
  ...inboxBrowser,
  ...modelsBrowser,
  ...noticesBrowser,
  ...outsideBrowser,
  ...peopleBrowser,
  ...policiesBrowser,
  ...practiceBrowser,
  ...reviewInBrowser,
  ...shellBrowser,
  ...trailInBrowser,
  ...ui,
  ...verifyInBrowser,
};
