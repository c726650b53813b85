import { rows } from "@countersign/db";
import type { Run } from "../kernel/command.ts";

/** Refuses whoever helped to build the version: nobody judges what they developed (peers 5.8, 1). Tier and policy make no exception here. */
export async function requireIndependence(run: Run, versionId: string): Promise<void> {
  const contributors = await rows(run.tx, "contributor", { version_id: versionId });
  const own = contributors.find((contributor) => contributor.person_id === run.known.personId);
  if (own) run.refuse({ kind: "own_work", contribution: own.kind });
}
