import { newestCheckpoint } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** The newest signed checkpoint, or null. It says nothing that is secret: no session is asked. */
export const latestCheckpoint = (deps: Deps): Promise<{ size: number; note: string } | null> =>
  newestCheckpoint(deps.database);
