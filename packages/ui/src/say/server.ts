import { use } from "react";
import { requestSay } from "./request.ts";
import type { PageSay } from "./rich.ts";

export { Speaking } from "./browser.tsx";

/** What `browser.tsx` has under this name, on the server. For components that are not async; those await `requestSay()`. */
export const useSay = (): PageSay => use(requestSay());
