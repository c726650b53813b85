import { z } from "zod";
import { isUnsafe } from "./unsafe.ts";

/** What the list says about a global: `reference` may be named but not called. */
type Standing = "allowed" | "reference" | "unsafe" | "unknown";

export interface Allowlist {
  standing(module: string, name: string): Standing;
}

const listed = z.object({
  allow: z.record(z.string().max(300), z.array(z.string().max(300)).max(5000)),
  referenceOnly: z.record(z.string().max(300), z.array(z.string().max(300)).max(5000)).default({}),
});

/** Reads the list (`data/pickle-allowlist.json`). Null where it is not such a list: without it nothing is allowed. */
export function readAllowlist(json: unknown): Allowlist | null {
  const parsed = listed.safeParse(json);
  if (!parsed.success) return null;
  const keys = (lists: Record<string, string[]>): Set<string> =>
    new Set(Object.entries(lists).flatMap(([module, names]) => names.map((name) => `${module}\n${name}`)));
  const allow = keys(parsed.data.allow);
  const reference = keys(parsed.data.referenceOnly);
  return {
    standing(module, name) {
      const key = `${module}\n${name}`;
      // What can harm stays refused even where a list names it by mistake.
      if (isUnsafe(module, name)) return "unsafe";
      return reference.has(key) ? "reference" : allow.has(key) ? "allowed" : "unknown";
    },
  };
}
