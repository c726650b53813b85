import type { Json } from "@countersign/canonical";
import { type ManifestFile, partIdentities, readManifest } from "@countersign/attestation";
import { type BundleManifest, layout, type Row, type State } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";

/** V17. The identity is SHA-256(JCS(OMS predicate)) of exactly the version's model files; so is each part's of its own. */
export function identityHolds(
  state: State,
  { scope }: BundleManifest,
  blobs: ReadonlyMap<string, Json>,
  ledger: Ledger,
): void {
  ledger.begin("V17");
  const version = state.version.get(scope.version);
  const model = version && state.model.get(version.model_id);
  if (
    !version ||
    !model ||
    model.key !== scope.model ||
    version.number !== scope.number ||
    (version.identity ?? "") !== scope.identity
  ) {
    return void ledger.add("scope_differs", layout.manifest);
  }
  if (version.identity === null) return;
  const where = `version ${version.id}`;
  // A blob is found by the digest of its canonical bytes (V2): what stands under the identity has that identity.
  const read = readManifest(blobs.get(version.identity));
  if (version.manifest_sha256 !== version.identity || !read.ok)
    return void ledger.add("identity_differs", where, read.ok ? "" : read);
  const files = [...state.version_file.values()].filter(
    (file) => file.version_id === version.id && file.role === "model",
  );
  if (listed(files) !== listed(read.files))
    ledger.add("identity_differs", where, phrase("the manifest lists other files than the record"));
  partsHold(state, version, files, blobs, ledger);
}

function partsHold(
  state: State,
  version: Row<"version">,
  files: readonly Row<"version_file">[],
  blobs: ReadonlyMap<string, Json>,
  ledger: Ledger,
): void {
  const roots = rootsOf(blobs.get(version.submission_sha256));
  const recorded = [...state.version_part.values()]
    .filter((part) => part.version_id === version.id)
    .map(({ part, identity, file_sha256 }) => `${part} ${identity} ${file_sha256 ?? ""}`)
    .toSorted();
  try {
    const parts = partIdentities(
      files.map(({ part, path, sha256 }) => ({ part: part ?? "", path, sha256 })),
      roots,
    );
    const derived = parts.map(({ part, identity, file }) => `${part} ${identity} ${file ?? ""}`).toSorted();
    if (derived.join("\n") !== recorded.join("\n")) ledger.add("parts_differ", `version ${version.id}`);
  } catch (fault) {
    ledger.add("parts_differ", `version ${version.id}`, fault instanceof Error ? { problem: fault.message } : "");
  }
}

const listed = (files: readonly ManifestFile[]): string =>
  files
    .map((file) => `${file.path} ${file.sha256}`)
    .toSorted()
    .join("\n");

/** `files` of the submission: part to its folder or file. What is no such map has no parts. */
function rootsOf(submission: Json | undefined): Record<string, string> {
  const files =
    typeof submission === "object" && submission !== null && !Array.isArray(submission) ? submission["files"] : null;
  if (typeof files !== "object" || files === null || Array.isArray(files)) return {};
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
