import { answers, newestCheckpoint } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** The newest signed checkpoint, or null. It says nothing that is secret: no session is asked. */
export const latestCheckpoint = (deps: Deps): Promise<{ size: number; note: string } | null> =>
  newestCheckpoint(deps.database);

/** Whether the database answers, within two seconds and over a connection of its own. */
export const reachable = (deps: Deps): Promise<boolean> => answers(deps.database, 2_000);
