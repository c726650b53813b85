import { readFileSync } from "node:fs";
import { z } from "zod";

const schema = z.looseObject({ allow: z.record(z.string(), z.array(z.string())) });

export type Allowlist = ReadonlyMap<string, ReadonlySet<string>>;

/** The globals that scikit-learn and LightGBM pickles name in practice; everything else is a detection. */
export function readAllowlist(path: string): Allowlist {
  const { allow } = schema.parse(JSON.parse(readFileSync(path, "utf8")));
  return new Map(Object.entries(allow).map(([module, names]) => [module, new Set(names)]));
}

export const isAllowed = (allowlist: Allowlist, module: string, name: string): boolean => allowlist.get(module)?.has(name) === true;
