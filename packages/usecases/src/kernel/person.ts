import type { Run } from "./command.ts";

/** The person answerable for the act. A command that writes somebody's name is no job's and no operator's, even where its row in the permission table said so. */
export const personOf = (run: Pick<Run, "known" | "refuse">): string =>
  run.known.personId ?? run.refuse({ kind: "not_in_force" });

/** The signer, and when they proved who they are for this very act: without that nothing is a signature. */
export function signerOf(run: Pick<Run, "known" | "refuse" | "authenticatedAt">): {
  by: string;
  authenticatedAt: string;
} {
  return {
    by: personOf(run),
    authenticatedAt: run.authenticatedAt ?? run.refuse({ kind: "reauthenticate", reason: "missing" }),
  };
}
