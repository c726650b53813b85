import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { FileRole, Submission, VersionFile } from "@countersign/domain";

/** A file of a version with the place where its bytes lie here. */
export interface LocalFile extends VersionFile {
  source: string;
}

export class CollectProblem extends Error {}

const filesMax = 2000;

/** Every file that a submission names, hashed where it lies. `folder`: the one that `countersign.yaml` stands in. */
export async function collectFiles(
  submission: Submission,
  folder: string,
  onBytes?: (path: string, bytes: number) => void,
): Promise<LocalFile[]> {
  const { data, documents, predictions, run } = submission;
  const named: [FileRole, string | undefined][] = [
    ["train", data.train],
    ["test", data.test.path],
    ["predictions", predictions?.path],
    ["card", documents?.card],
    ["datasheet", documents?.datasheet],
    ["reported", submission.reported],
    ["parameters", run?.parameters],
    ["requirements", run?.requirements],
  ];
  const wanted: { role: FileRole; part?: string; path: string }[] = [];
  for (const [part, path] of Object.entries(submission.files)) {
    for (const file of await filesUnder(folder, path)) wanted.push({ role: "model", part, path: file });
  }
  for (const [role, path] of named) if (path !== undefined) wanted.push({ role, path });
  if (wanted.length > filesMax)
    throw new CollectProblem(
      `The submission has ${wanted.length} files; at most ${filesMax} can be registered. Pack small ones together.`,
    );
  const digests = new Map<string, { sha256: string; size: number }>();
  const found: LocalFile[] = [];
  for (const entry of wanted) {
    const source = join(folder, entry.path);
    const digest =
      digests.get(entry.path) ?? (await hashFile(source, entry.path, (bytes) => onBytes?.(entry.path, bytes)));
    digests.set(entry.path, digest);
    found.push({ ...entry, ...digest, source });
  }
  return found;
}

/** Paths below a part, relative to the folder, with `/`, in code-point order. Links are refused: they mean different bytes elsewhere. */
export async function filesUnder(folder: string, path: string): Promise<string[]> {
  const plain = path.replace(/\/$/, "");
  const stat = await lstat(join(folder, plain)).catch(() => null);
  if (!stat) throw new CollectProblem(`${plain} is not there. Paths are relative to countersign.yaml.`);
  if (stat.isSymbolicLink()) throw new CollectProblem(`${plain} is a symbolic link. Register the file itself.`);
  if (stat.isFile()) return [plain];
  const names = await readdir(join(folder, plain));
  const below = await Promise.all(names.toSorted().map((name) => filesUnder(folder, posix.join(plain, name))));
  return below.flat();
}

export async function hashFile(
  source: string,
  name = source,
  onBytes?: (bytes: number) => void,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const chunk of createReadStream(source)) {
      hash.update(chunk as Buffer);
      size += (chunk as Buffer).length;
      onBytes?.(size);
    }
  } catch (error) {
    throw new CollectProblem(`${name} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);
  }
  return { sha256: hash.digest("hex"), size };
}
