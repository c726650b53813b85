import { omsManifest, partIdentities } from "@countersign/attestation";
import { type Row, rows } from "@countersign/db";
import type { Submission } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { idText, keyText } from "../kernel/texts.ts";
import { openReview } from "../reviews/open.ts";
import { contributorsOf } from "./contributors.ts";
import { versionScope } from "./scope.ts";
import { submissionOf } from "./submission.ts";

/** Freezes a version for good and asks for its approval in an environment. A frozen one only opens the review. */
export const submitVersion = command({
  name: "version.submit",
  input: z.strictObject({ versionId: idText, environment: keyText }),
  async load(run, input) {
    const scope = await versionScope(run, input.versionId);
    const [environment] = scope
      ? await rows(run.tx, "environment", { workspace_id: scope.workspaceId, key: input.environment })
      : [];
    return scope ? { ...scope, environment } : null;
  },
  async run(run, { model, version, environment }, input) {
    if (!environment)
      return run.refuse({
        kind: "not_found",
        what: { text: msg("the environment {environment}"), values: { environment: input.environment } },
      });
    if (version.state === "retired")
      run.refuse({ kind: "wrong_state", what: "version", state: version.state, wanted: ["draft", "frozen"] });
    const submission = await submissionOf(run, version);
    const frozen = version.state === "draft" ? await freeze(run, version, submission) : version;
    const review = await openReview(run, { model, version: frozen, environment, submission });
    return {
      reviewId: review.id,
      state: review.state,
      dueAt: review.due_at,
      identity: frozen.identity,
      url: `${run.deps.portalUrl}/reviews/${review.id}`,
    };
  },
});

async function freeze(run: Run, version: Row<"version">, submission: Submission): Promise<Row<"version">> {
  const files = await rows(run.tx, "version_file", { version_id: version.id, role: "model" });
  if (files.length === 0)
    run.refuse({
      kind: "invalid_input",
      problems: [{ path: "files", text: msg("no model file is attached: there is nothing to approve") }],
    });
  const manifest = omsManifest(files.map((file) => ({ path: file.path, sha256: file.sha256 })));
  const identity = await run.keep(manifest);
  const parts = partIdentities(
    files.map((file) => ({ part: file.part ?? "", path: file.path, sha256: file.sha256 })),
    submission.files,
  );
  await run.insertAll(
    "version_part",
    parts.map((part) => ({
      id: run.deps.id("prt"),
      version_id: version.id,
      part: part.part,
      identity: part.identity,
      file_sha256: part.file ?? null,
    })),
  );
  await run.insertAll("contributor", await contributorsOf(run, version, submission));
  const frozen = await run.update(
    "version",
    version.id,
    { state: "frozen", manifest_sha256: identity, identity, frozen_at: run.at },
    { state: "draft" },
  );
  run.record("version.frozen", `version:${version.id}`);
  return frozen;
}
