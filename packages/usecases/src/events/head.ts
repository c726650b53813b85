import { newestCheckpoint, trailEnd } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** The newest signed checkpoint, or null. It says nothing that is secret: no session is asked. */
export const latestCheckpoint = (deps: Deps): Promise<{ size: number; note: string } | null> =>
  newestCheckpoint(deps.database);

/** Where the trail ends now: what is read after this is not older. */
export const trailEndNow = (deps: Deps): Promise<{ lastEvent: number; signed: number }> => trailEnd(deps.database);
