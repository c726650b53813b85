import { createHash } from "node:crypto";
import { utf8 } from "@countersign/canonical";
import { checkpointFrom, leafOfEvent, readSnapshot, row } from "@countersign/db";
import type { JobStep, Refusal } from "@countersign/domain";
import { layout, writeZip } from "@countersign/record";
import { consistencyProof, formatProof, inclusionProof, toBase64 } from "@countersign/tlog";
import { msg } from "@countersign/words";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { execute } from "../kernel/execute.ts";
import { query } from "../kernel/query.ts";
import { versionStatus } from "../versions/status.ts";
import { type BundleDraft, draftBundle } from "./bundle.ts";
import { recordExport } from "./record-export.ts";
import { storedSubtrees } from "./subtrees.ts";

const publishWaitMs = 15_000;

export interface ExportInput {
  workspace: string;
  model: string;
  version: string;
}

interface ExportOptions {
  judge?: (draft: BundleDraft) => Refusal | null;
  told?: (step: JobStep) => void;
}

export interface Exported {
  draft: BundleDraft;
  /** The version's number. */
  number: number;
  bundle: Uint8Array;
}

/** The evidence bundle of a version as a file. `told`: hears what is being done. */
export async function exportEvidence(
  deps: Deps,
  actor: Actor,
  input: ExportInput,
  told: (step: JobStep) => void = () => {},
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const made = await exportBundle(deps, actor, input, { told });
  return made.ok
    ? {
        ok: true,
        value: {
          name: `evidence-${input.model}-${made.value.number}-${made.value.draft.size}.zip`,
          bytes: made.value.bundle,
        },
      }
    : made;
}

/**
 * Makes the evidence bundle of a version. Order (architecture, Settled): bundle as of size N, an event with the
 * manifest's digest and the heads, the next checkpoint, and that event's proof beside the manifest. What `judge`
 * refuses is refused before anything is recorded.
 */
export async function exportBundle(
  deps: Deps,
  actor: Actor,
  input: ExportInput,
  { judge = () => null, told = () => {} }: ExportOptions = {},
): Promise<Result<Exported>> {
  told("reading");
  const status = await query(deps, actor, versionStatus, input);
  if (!status.ok) return status;
  const { versionId } = status.value;
  const draft = await readSnapshot(deps.database, async (reader) => {
    const version = await row(reader, "version", versionId);
    const model = version ? await row(reader, "model", version.model_id) : null;
    return version && model ? draftBundle(reader, model, version) : null;
  });
  if (!draft)
    return {
      ok: false,
      refusal: {
        kind: "wrong_state",
        what: msg("record"),
        state: msg("not signed yet"),
        wanted: [msg("a first checkpoint")],
      },
    };
  const refusal = judge(draft);
  if (refusal) return { ok: false, refusal };
  told("recording");
  const recorded = await execute(deps, actor, recordExport, {
    versionId,
    manifestSha256: createHash("sha256").update(draft.manifestBytes).digest("hex"),
    size: draft.size,
    heads: Object.entries(draft.manifest.heads),
  });
  if (!recorded.ok) return recorded;
  told("signing");
  const receipt = await awaitReceipt(deps, `export:${recorded.value.exportId}`, draft.size);
  if (!receipt)
    return {
      ok: false,
      refusal: {
        kind: "wrong_state",
        what: msg("record"),
        state: msg("waiting for the notary"),
        wanted: [msg("a checkpoint that covers the export: try again")],
      },
    };
  told("writing");
  const bundle = writeZip([
    ...draft.members,
    { path: layout.manifest, bytes: draft.manifestBytes },
    { path: layout.exportLeaf, bytes: receipt.leaf },
    { path: layout.exportProof, bytes: utf8(receipt.proof) },
    { path: layout.exportConsistency, bytes: utf8(receipt.consistency) },
  ]);
  return { ok: true, value: { draft, number: status.value.version, bundle } };
}

/** Waits until a checkpoint covers the first event of a stream; returns its leaf and proof, and that the tree of `size` is a prefix. */
async function awaitReceipt(
  deps: Deps,
  stream: string,
  size: number,
): Promise<{ leaf: Uint8Array; proof: string; consistency: string } | null> {
  const until = Date.now() + publishWaitMs;
  while (Date.now() < until) {
    const found = await readSnapshot(deps.database, async (reader) => {
      const leaf = await leafOfEvent(reader, stream, 1);
      const checkpoint = leaf ? await checkpointFrom(reader, leaf.idx + 1) : null;
      if (!leaf || !checkpoint) return null;
      const subtrees = await storedSubtrees(reader);
      const proof = inclusionProof(leaf.idx, checkpoint.size, subtrees);
      const consistency = consistencyProof(size, checkpoint.size, subtrees)
        .map((hash) => `${toBase64(hash)}\n`)
        .join("");
      return {
        leaf: leaf.bytes,
        proof: formatProof({ index: leaf.idx, proof, checkpoint: checkpoint.note }),
        consistency,
      };
    });
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}
