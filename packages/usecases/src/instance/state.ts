import { row } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";
import { makeLink } from "../people/links.ts";

/** `setup`, `live`, or null before the first administrator. */
export async function instanceState(deps: Deps): Promise<string | null> {
  return (await row(deps.database, "instance", "instance"))?.state ?? null;
}

/** The one-time link secret for the first administrator, valid for 24 hours. */
export const makeSetUpLink = (deps: Deps): Promise<string> => makeLink(deps.database.db, "set_up", null, 24);
