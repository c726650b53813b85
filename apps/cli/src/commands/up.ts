import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startPostgres } from "@countersign/db/embedded";
import { migrate, roleUrl } from "@countersign/db/migrate";
import pg from "pg";
import { choosePort } from "../up/ports.ts";
import { type ProcessName, processNames, programOf, runtime } from "../up/processes.ts";
import { type DemoPerson, writeReadyFile } from "../up/ready-file.ts";
import { localSecrets } from "../up/secrets.ts";
import { type Supervised, Supervisor } from "../up/supervisor.ts";

export interface UpOptions {
  data?: string | undefined;
  databaseUrl?: string | undefined;
  seed: "none" | "demo";
  portalPort: number;
  gatewayPort: number;
  readyFile?: string | undefined;
  origin: string;
  processes: ProcessName[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Starts everything on this machine and stays until Ctrl-C. */
export async function up(options: UpOptions): Promise<void> {
  const began = Date.now();
  const data = resolve(options.data ?? here("../../../.data"));
  await mkdir(join(data, "logs"), { recursive: true });
  const [portalPort, gatewayPort] = [await choosePort(options.portalPort, "portal", "--portal-port"), await choosePort(options.gatewayPort, "gateway", "--gateway-port")];
  const portal = `http://127.0.0.1:${portalPort}`;
  const gateway = `http://127.0.0.1:${gatewayPort}`;
  const secrets = await localSecrets(data);
  const server = options.databaseUrl ? null : await startPostgres({ dataDir: join(data, "postgres") });
  const stopping: (() => Promise<void>)[] = server ? [() => server.stop()] : [];
  const supervisor = new Supervisor(join(data, "logs"), say);
  stopping.unshift(() => supervisor.stop());
  const end = once(async (code: number) => {
    for (const stop of stopping) await stop();
    process.exit(code);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(0));
  try {
    const adminUrl = options.databaseUrl ?? (await ownDatabase(server?.url() ?? "", server?.url("countersign") ?? ""));
    const applied = await migrate({ adminUrl, passwords: secrets.passwords, directory: here("./migrations") });
    if (applied.length > 0) say(`Database ready: ${applied.length} migrations applied.`);
    const urlOf = (role: Parameters<typeof roleUrl>[1]): string => roleUrl(adminUrl, role, secrets.passwords[role]);
    const supervised = await describe(options, { data, portal, gateway, portalPort, gatewayPort, urlOf, cookieSecret: secrets.cookieSecret });
    for (const entry of supervised) supervisor.start(entry);
    await Promise.all(supervised.map((entry) => supervisor.healthy(entry)));
    const vkey = (await readFile(join(data, "notary", "vkey"), "utf8")).trim();
    const state = await prepare(options, data, urlOf("countersign_app"), portal);
    if (options.readyFile) {
      await writeReadyFile(resolve(options.readyFile), {
        portal, gateway, databaseUrl: urlOf("countersign_app"), adminDatabaseUrl: adminUrl, operatorToken: state.operatorToken,
        log: { origin: options.origin, vkey }, people: state.people, setUpUrl: state.setUpUrl,
        pids: Object.fromEntries(options.processes.map((name) => [name, supervisor.pid(name) ?? 0])),
      });
    }
    announce({ portal, gateway, vkey, ...state, seconds: (Date.now() - began) / 1000 });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    await end(1);
  }
}

/** A database of our own on the embedded server. */
async function ownDatabase(serverUrl: string, databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const found = await client.query("select 1 from pg_database where datname = 'countersign'");
  if (found.rowCount === 0) await client.query("create database countersign");
  await client.end();
  return databaseUrl;
}

interface Place {
  data: string;
  portal: string;
  gateway: string;
  portalPort: number;
  gatewayPort: number;
  urlOf(role: "countersign_app" | "countersign_worker" | "countersign_notary"): string;
  cookieSecret: string;
}

async function describe(options: UpOptions, place: Place): Promise<Supervised[]> {
  const common = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", TZ: "UTC", NODE_ENV: "production", COUNTERSIGN_ARTIFACTS: join(place.data, "artifacts"), COUNTERSIGN_PORTAL_URL: place.portal };
  const [workerHealth, notaryHealth] = [await choosePort(0, "worker", ""), await choosePort(0, "notary", "")];
  const health = (port: number): string => `http://127.0.0.1:${port}/health`;
  const settings: Record<ProcessName, { port: number; env: Record<string, string> }> = {
    notary: { port: notaryHealth, env: { COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_notary"), COUNTERSIGN_NOTARY_DIR: join(place.data, "notary"), COUNTERSIGN_LOG_ORIGIN: options.origin, COUNTERSIGN_HEALTH_PORT: String(notaryHealth) } },
    gateway: { port: place.gatewayPort, env: { COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_app"), COUNTERSIGN_PORT: String(place.gatewayPort) } },
    worker: { port: workerHealth, env: { COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_worker"), COUNTERSIGN_HEALTH_PORT: String(workerHealth), COUNTERSIGN_ADVISORIES: here("./advisories.json"), COUNTERSIGN_WORKER_CONCURRENCY: "2" } },
    portal: { port: place.portalPort, env: { COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_app"), COUNTERSIGN_GATEWAY_URL: place.gateway, COUNTERSIGN_LOG_ORIGIN: options.origin, COUNTERSIGN_LOG_KEY_FILE: join(place.data, "notary", "vkey"), NEXTAUTH_SECRET: place.cookieSecret, NEXTAUTH_URL: place.portal } },
  };
  return options.processes.map((name) => ({ name, program: programOf(name, settings[name].port), env: { ...common, ...settings[name].env }, healthUrl: health(settings[name].port) }));
}

interface Prepared {
  operatorToken: string | null;
  people: DemoPerson[];
  setUpUrl: string | null;
}

/** Runs the one-shot process that seeds, or makes the one-time link, under the application's role. */
async function prepare(options: UpOptions, data: string, databaseUrl: string, portal: string): Promise<Prepared> {
  const out = join(data, "prepared.json");
  if (options.seed === "demo") say("Telling the demo's story through the product's own commands …");
  const env = { PATH: process.env["PATH"] ?? "", TZ: "UTC", COUNTERSIGN_DATABASE_URL: databaseUrl, COUNTERSIGN_ARTIFACTS: join(data, "artifacts"), COUNTERSIGN_PORTAL_URL: portal, COUNTERSIGN_LOG_ORIGIN: options.origin, COUNTERSIGN_SEED: options.seed, COUNTERSIGN_PREPARED: out };
  const child = spawn(runtime(), ["--enable-source-maps", here("./prepare.js")], { env, stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  if (code !== 0) throw new Error("Preparing the instance failed; start again and it goes on where it stopped.");
  return JSON.parse(await readFile(out, "utf8")) as Prepared;
}

function announce(at: Prepared & { portal: string; gateway: string; vkey: string; seconds: number }): void {
  say("");
  say(`Countersign is ready (${at.seconds.toFixed(0)} s).`);
  say(`  Portal   ${at.portal}`);
  say(`  Gateway  ${at.gateway}   (OpenAPI: /v1/openapi.json)`);
  say(`  Log key  ${at.vkey}`);
  if (at.setUpUrl) say(`  First    open ${at.setUpUrl} to become the first administrator (one use, 24 hours)`);
  if (at.people.length > 0) {
    say("  Sign in as");
    for (const person of at.people) say(`    ${person.email.padEnd(38)} ${person.password}   ${person.name}, ${person.roles.join(", ").replaceAll("_", " ")}`);
  }
  if (at.operatorToken) say(`  Try      COUNTERSIGN_URL=${at.gateway} COUNTERSIGN_TOKEN=${at.operatorToken} npx -y pnpm@12 -s countersign gate credit-pd@champion --env production`);
  say("  All processes share one operating-system user here, so the notary's key is not protected from the others (SECURITY.md).");
  say("  Ctrl-C ends everything; the data stays.");
}

function once(run: (code: number) => Promise<void>): (code: number) => Promise<void> {
  let running: Promise<void> | null = null;
  return (code) => (running ??= run(code));
}

export const allProcesses = [...processNames];
