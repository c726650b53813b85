import { forBrowser } from "./browser.ts";
import { checks } from "./checks.ts";
import { frame } from "./frame.ts";
import { help } from "./help.ts";
import { inbox } from "./inbox.ts";
import { models } from "./models.ts";
import { outside } from "./outside.ts";
import { people } from "./people.ts";
import { refusals } from "./refusals.ts";

/** German, by the English that it says: everything. What the browser's components need stands in `browser.ts`. */
export const german: Readonly<Record<string, string>> = {
  ...forBrowser,
  ...checks,
  ...frame,
  ...help,
  ...inbox,
  ...models,
  ...outside,
  ...people,
  ...refusals,
};
