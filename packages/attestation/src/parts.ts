import { identityOf, type ManifestFile } from "./oms.ts";

/** What a part of a version can be recognised by. */
export interface PartIdentity {
  part: string;
  /** Identity of the part's files with paths relative to its root; a part that is one file has its bare name as path. */
  identity: string;
  /** For a part that is one file: that file's own SHA-256. */
  file?: string;
}

/**
 * The identity of each named part, by name, so that a local folder or file can be matched with the whole or a part.
 * `roots` is `files` of the submission: part to a folder (`mlflow/`) or a file (`model.onnx`), relative as the paths.
 * A folder hashes the same wherever it lies. Throws RangeError on a part without root, or a file outside its root.
 */
export function partIdentities(
  files: readonly (ManifestFile & { part: string })[],
  roots: Readonly<Record<string, string>>,
): PartIdentity[] {
  const parts = [...new Set(files.map((file) => file.part))].toSorted();
  return parts.map((part) => {
    const root = Object.hasOwn(roots, part) ? roots[part] : undefined;
    if (root === undefined) throw new RangeError(`the part ${part} has no root`);
    const own = files.filter((file) => file.part === part);
    const only = own.length === 1 && own[0]?.path === plain(root) ? own[0] : null;
    const identity = identityOf(
      own.map((file) => ({ path: only ? baseName(root) : below(root, file.path), sha256: file.sha256 })),
    );
    return only ? { part, identity, file: only.sha256 } : { part, identity };
  });
}

/** `./mlflow/` and `mlflow` name the same; `./` and `.` are the folder itself. */
const plain = (root: string): string =>
  root
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "")
    .replace(/^\.$/, "");

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function below(root: string, path: string): string {
  const prefix = plain(root) === "" ? "" : `${plain(root)}/`;
  if (!path.startsWith(prefix)) throw new RangeError(`${path} lies outside ${root}`);
  return path.slice(prefix.length);
}
