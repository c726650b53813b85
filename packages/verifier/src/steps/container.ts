import { hex, parseCanonical } from "@countersign/canonical";
import { besideManifest, type BundleManifest, isMemberPath, layout, readZip } from "@countersign/record";
import { sha256 } from "@countersign/tlog";
import { phrase } from "@countersign/words";
import type { Detail } from "../detail.ts";
import type { Ledger } from "../report.ts";

/** The members of a bundle by path, and the manifest that lists them. */
export interface Bundle {
  members: ReadonlyMap<string, Uint8Array>;
  manifest: BundleManifest;
  manifestSha256: string;
}

/** A quarter of a gigabyte holds the hashes of eight million records; more is refused before it is read. */
const limits = { members: 65_535, bytes: 1 << 28 };

/** V1 and V2. Null where there is nothing that later steps could read. */
export function openBundle(bytes: Uint8Array, ledger: Ledger): Bundle | null {
  ledger.begin("V1");
  const zip = readZip(bytes, limits);
  if (!zip.ok) return ledger.add("container", phrase("the file"), zip);
  ledger.begin("V2");
  const manifestBytes = zip.members.get(layout.manifest) ?? new Uint8Array();
  const parsed = parseCanonical(manifestBytes);
  if (!parsed.ok) return ledger.add("manifest_form", layout.manifest, parsed);
  const problem = manifestProblem(parsed.value);
  if (problem) return ledger.add("manifest_form", layout.manifest, problem);
  const manifest = parsed.value as unknown as BundleManifest;
  compare(manifest, zip.members, ledger);
  return { members: zip.members, manifest, manifestSha256: hex(sha256(manifestBytes)) };
}

function compare(manifest: BundleManifest, members: ReadonlyMap<string, Uint8Array>, ledger: Ledger): void {
  const listed = new Set(manifest.members.map((member) => member.path));
  for (const path of members.keys())
    if (!listed.has(path) && !besideManifest.includes(path)) ledger.add("member_unlisted", path);
  for (const { path, sha256: digest, size } of manifest.members) {
    const bytes = members.get(path);
    if (!bytes) ledger.add("member_missing", path);
    else if (bytes.length !== size || hex(sha256(bytes)) !== digest) ledger.add("member_changed", path);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const has = (value: Record<string, unknown>, keys: string): boolean => Object.keys(value).toSorted().join(" ") === keys;

/** Why a value is not a manifest, or null: exact fields, paths in order, none that stands beside it. */
function manifestProblem(value: unknown): Detail | null {
  if (!isObject(value) || !has(value, "bundle heads log members scope size")) return phrase("it has other fields");
  const { bundle, heads, log, members, scope, size } = value;
  if (bundle !== 1) return phrase("it is of another version of the format");
  if (typeof log !== "string" || !isCount(size)) return phrase("log or size");
  if (!isObject(scope) || !has(scope, "identity model number version")) return phrase("the scope has other fields");
  if (
    ![scope["identity"], scope["model"], scope["version"]].every((text) => typeof text === "string") ||
    !isCount(scope["number"])
  )
    return phrase("the scope");
  if (!isObject(heads) || !Object.values(heads).every((head) => isCount(head) && head !== 0))
    return phrase("the heads of streams");
  if (!Array.isArray(members)) return phrase("no list of files");
  let before = "";
  for (const member of members as unknown[]) {
    if (!isObject(member) || !has(member, "path sha256 size")) return phrase("a file with other fields");
    const { path, sha256: digest, size: length } = member;
    if (typeof path !== "string" || !isMemberPath(path) || besideManifest.includes(path))
      return phrase("a path that it cannot list");
    if (path <= before) return phrase("the files are not in order");
    if (typeof digest !== "string" || !/^[0-9a-f]{64}$/.test(digest) || !isCount(length))
      return phrase("digest or size of {path}", { path });
    before = path;
  }
  return null;
}
