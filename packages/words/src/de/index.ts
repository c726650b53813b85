import { termKey } from "../say.ts";
import { forBrowser } from "./browser.ts";
import { recordNames } from "./record.ts";
import { checks } from "./checks.ts";
import { compare } from "./compare.ts";
import { frame } from "./frame.ts";
import { help } from "./help.ts";
import { inbox } from "./inbox.ts";
import { models } from "./models.ts";
import { notices } from "./notices.ts";
import { outside } from "./outside.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { practice } from "./practice.ts";
import { refusals } from "./refusals.ts";
import { review } from "./review.ts";
import { trail } from "./trail.ts";
import { verify } from "./verify.ts";

/** German, by the English that it says: everything. What the browser's components need stands in `browser.ts`. */
export const german: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(recordNames).map(([name, german]) => [termKey(name), german])),
  ...forBrowser,
  ...checks,
  ...compare,
  ...frame,
  ...help,
  ...inbox,
  ...models,
  ...notices,
  ...outside,
  ...people,
  ...policies,
  ...practice,
  ...refusals,
  ...review,
  ...trail,
  ...verify,
};
