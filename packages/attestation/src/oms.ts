import { fromHex, hex, jcsBytes } from "@countersign/canonical";
import { sha256 } from "@countersign/tlog";
import { byCodePoint, pathsProblem } from "./path.ts";

/** A file by path (relative, with `/`) and SHA-256 in lower-case hexadecimal. */
export interface ManifestFile {
  path: string;
  sha256: string;
}

/** Predicate of an OpenSSF Model Signing statement, v1.0, method `files`. */
export interface OmsPredicate {
  resources: { name: string; digest: string; algorithm: "sha256" }[];
  serialization: { method: "files"; hash_type: "sha256"; allow_symlinks: false; ignore_paths: string[] };
}

export const omsPredicateType = "https://model_signing/signature/v1.0";

const isDigest = (text: unknown): text is string => typeof text === "string" && /^[0-9a-f]{64}$/.test(text);

/**
 * The manifest of files: resources by code point of their names. Throws RangeError on no file, a path of
 * `pathsProblem`, or a digest that is no SHA-256; callers refuse those at their own edge first.
 */
export function omsManifest(files: readonly ManifestFile[]): OmsPredicate {
  if (files.length === 0) throw new RangeError("a manifest without files");
  const problem = pathsProblem(files.map((file) => file.path));
  if (problem) throw new RangeError(`${JSON.stringify(problem.path.slice(0, 200))} ${problem.problem}`);
  const bad = files.find((file) => !isDigest(file.sha256));
  if (bad) throw new RangeError(`${bad.path} has no SHA-256`);
  const sorted = files.toSorted((a, b) => byCodePoint(a.path, b.path));
  return {
    resources: sorted.map(({ path, sha256: digest }) => ({ name: path, digest, algorithm: "sha256" })),
    serialization: { method: "files", hash_type: "sha256", allow_symlinks: false, ignore_paths: [] },
  };
}

/** Identity of a manifest: hexadecimal SHA-256(JCS(predicate)). It binds names as well as bytes. */
export const manifestIdentity = (manifest: OmsPredicate): string => hex(sha256(jcsBytes(manifest)));

/** Identity of files. Throws as `omsManifest`. */
export const identityOf = (files: readonly ManifestFile[]): string => manifestIdentity(omsManifest(files));

/**
 * The OMS root digest (v1.0 §6.5.1): SHA-256 over the resources' digests. It does not bind names, two
 * manifests can share it: an alias to be found by, never what an approval is bound to.
 */
export function omsRoot(manifest: { resources: readonly { digest: string }[] }): string {
  const digests = manifest.resources.map((resource) => fromHex(resource.digest) ?? new Uint8Array());
  const bytes = new Uint8Array(digests.reduce((sum, digest) => sum + digest.length, 0));
  let at = 0;
  for (const digest of digests) {
    bytes.set(digest, at);
    at += digest.length;
  }
  return hex(sha256(bytes));
}

export type ManifestResult = { ok: true; files: ManifestFile[] } | { ok: false; problem: string };

/** Files of a predicate as parsed from JSON: only the manifest that `omsManifest` writes for them is accepted. Total. */
export function readManifest(value: unknown): ManifestResult {
  const no = (problem: string): ManifestResult => ({ ok: false, problem });
  const resources = (value as Partial<OmsPredicate> | null)?.resources;
  if (!Array.isArray(resources)) return no("no list of resources");
  const files: ManifestFile[] = [];
  for (const resource of resources as unknown[]) {
    const { name, digest } = (resource ?? {}) as { name?: unknown; digest?: unknown };
    if (typeof name !== "string" || !isDigest(digest)) return no("a resource without name or SHA-256");
    files.push({ path: name, sha256: digest });
  }
  try {
    const same = hex(jcsBytes(value)) === hex(jcsBytes(omsManifest(files)));
    return same ? { ok: true, files } : no("not in the order and form of a manifest");
  } catch (fault) {
    return no(fault instanceof RangeError ? fault.message : "not a manifest");
  }
}
