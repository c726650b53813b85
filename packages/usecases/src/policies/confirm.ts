import { row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, passwordField } from "../kernel/texts.ts";
import { policyDocument } from "./pinned.ts";
import { unknownToChecks } from "./unknown-to-checks.ts";

/** A second person publishes a proposed revision; the one before it is superseded. Open reviews keep the revision they pinned. */
export const confirmPolicy = command({
  name: "policy.confirm",
  input: z.strictObject({ revisionId: idText, ...passwordField }),
  reauthenticate: true,
  async load(run, input) {
    const before = await row(run.tx, "policy_revision", input.revisionId);
    if (!before) return null;
    await run.lock(`policy:${before.policy_id}`);
    const revision = await row(run.tx, "policy_revision", input.revisionId);
    return revision ? { workspaceId: revision.workspace_id, target: revision.id, revision } : null;
  },
  async run(run, { revision }) {
    if (revision.state !== "proposed")
      run.refuse({ kind: "wrong_state", what: msg("policy revision"), state: revision.state, wanted: ["proposed"] });
    if (revision.proposed_by === run.known.personId) {
      run.refuse({ kind: "needs_second_person", why: msg("Whoever proposed a policy revision cannot publish it.") });
    }
    // The program may have been replaced since the proposal: what it no longer runs is not published.
    const unknown = unknownToChecks(await policyDocument(run.tx, revision), run.deps.checks);
    if (unknown.length > 0) run.refuse({ kind: "invalid_input", problems: unknown });
    for (const standing of await rows(run.tx, "policy_revision", {
      policy_id: revision.policy_id,
      state: "published",
    })) {
      if (standing.number > revision.number)
        run.refuse({
          kind: "wrong_state",
          what: msg("policy revision"),
          state: { text: msg("older than the published {number}"), values: { number: String(standing.number) } },
          wanted: [msg("newer than what is published")],
        });
      await run.update(
        "policy_revision",
        standing.id,
        { state: "superseded", ended_at: run.at },
        { state: "published" },
      );
    }
    await run.update(
      "policy_revision",
      revision.id,
      { state: "published", confirmed_by: run.known.personId, published_at: run.at },
      { state: "proposed" },
    );
    run.record("policy.published", `policy:${revision.policy_id}`);
    return { revisionId: revision.id, state: "published" };
  },
});
