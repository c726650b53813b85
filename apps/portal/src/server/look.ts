import { cookies } from "next/headers";
import type { LookName } from "../client/look.ts";

const looks: Record<LookName, string[]> = { theme: ["light", "dark"], density: ["compact", "wide"] };

/** What this browser has chosen of its pages' look; undefined: as usual. */
export async function lookOf(): Promise<(name: LookName) => string | undefined> {
  const chosen = await cookies();
  return (name) => looks[name].find((one) => one === chosen.get(name)?.value);
}
