import { fileURLToPath } from "node:url";

/** A story's file beside the built program. */
export const story = (path: string): string => fileURLToPath(new URL(`./stories/${path}`, import.meta.url));
