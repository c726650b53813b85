import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { platform } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { nativeFolder, reachable, type ServerUser, serverUser } from "./embedded-place.ts";

export interface EmbeddedServer {
  /** Connection string of the superuser, for a database of this server. */
  url(database?: string): string;
  port: number;
  process: ChildProcess;
  /** Where the cluster really lies: see `reachable`. */
  dataDir: string;
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
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(native, "bin", "postgres"), ["-D", dataDir, "-p", String(port), ...flags], {
    ...owner,
    stdio: ["ignore", "ignore", "pipe"],
    env: environment(),
  });
  await started(server);
  const url = (database = "postgres"): string => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return { url, port, process: server, dataDir, stop: () => stopped(server) };
}

/**
 * Makes the cluster on the first start, beside its place and then moved there: one that was cut off is made anew, and
 * data that exists is never touched. The superuser's password stands beside the data, for this user only.
 */
async function superuserPassword(dataDir: string, native: string, owner: ServerUser | null): Promise<string> {
  const secret = `${dataDir}.superuser`;
  const known = await readFile(secret, "utf8").catch(() => null);
  if (await stat(join(dataDir, "PG_VERSION")).catch(() => null)) {
    if (known) return known.trim();
    throw new Error(
      `${dataDir} holds a database whose password file ${secret} is missing. Put it back, or choose another --data.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  const making = `${dataDir}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  await writeFile(secret, `${password}\n`, { mode: 0o600 });
  if (owner) for (const path of [making, secret]) await chown(path, owner.uid, owner.gid);
  await promisify(execFile)(
    join(native, "bin", "initdb"),
    [
      "-D",
      making,
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      `--pwfile=${secret}`,
      "--encoding=UTF8",
      "--locale=C",
      "--data-checksums",
    ],
    { ...owner, env: environment() },
  );
  await rename(making, dataDir);
  return password;
}

/** A server that outlived its supervisor holds the data; it is asked to stop first. A pid that another program has by now is left alone. */
async function stopLeftover(dataDir: string): Promise<void> {
  const lock = join(dataDir, "postmaster.pid");
  const pid = Number((await readFile(lock, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid || !(await commandOf(pid)).includes(dataDir)) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  for (let i = 0; i < 100 && (await stat(lock).catch(() => null)); i++)
    await new Promise((done) => setTimeout(done, 100));
}

/** The command line of a process, or an empty text where there is none. */
async function commandOf(pid: number): Promise<string> {
  if (platform() === "linux")
    return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " ");
  return promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => "",
  );
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
