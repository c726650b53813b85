import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate, roleUrl } from "@countersign/db/migrate";
import { announce } from "../up/announce.ts";
import { claimData } from "../up/claim.ts";
import { describe, type Place } from "../up/describe.ts";
import { keepPostgres } from "../up/keep-postgres.ts";
import { watchLauncher } from "../up/launcher.ts";
import { requireOwnDatabase } from "../up/own-database.ts";
import { choosePort } from "../up/ports.ts";
import { prepare, type Seed } from "../up/prepare.ts";
import type { ProcessName } from "../up/processes.ts";
import { forgetReadyFile, writeReadyFile } from "../up/ready-file.ts";
import { reasonOf } from "../up/reason.ts";
import { localSecrets } from "../up/secrets.ts";
import { ended, Supervisor } from "../up/supervisor.ts";
import { Undo } from "../up/undo.ts";

export interface UpOptions {
  data: string;
  databaseUrl?: string | undefined;
  seed: Seed;
  portalPort: number;
  gatewayPort: number;
  readyFile?: string | undefined;
  origin: string;
  processes: ProcessName[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts everything on this machine; returns the exit code when a signal, or a fault of the start, has ended everything. */
export async function up(options: UpOptions): Promise<number> {
  const undo = new Undo();
  const signalled = new Promise<"signalled">((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => done("signalled"));
    watchLauncher(() => done("signalled"));
  });
  const starting = start(options, undo).then(
    () => null,
    (error: unknown) => reasonOf(error),
  );
  const first = await Promise.race([starting, signalled]);
  if (first === null) await signalled;
  await undo.all();
  // A start that was cut off comes to its end by itself: what it tried next is refused.
  await starting;
  if (first === null || first === "signalled") return 0;
  if (first !== "") process.stderr.write(`${first}\n`);
  return 1;
}

/** Every step says how to undo it. */
async function start(options: UpOptions, undo: Undo): Promise<void> {
  const began = Date.now();
  const { data, origin } = options;
  await mkdir(data, { recursive: true });
  for (const folder of ["logs", "artifacts"]) await mkdir(join(data, folder), { recursive: true, mode: 0o700 });
  await undo.add(await claimData(data));
  if (options.readyFile) await forgetReadyFile(options.readyFile);
  const [portalPort, gatewayPort] = [
    await choosePort(options.portalPort, "portal", "--portal-port"),
    await choosePort(options.gatewayPort, "gateway", "--gateway-port"),
  ];
  const secrets = await localSecrets(data);
  const server = options.databaseUrl ? null : await keepPostgres(join(data, "postgres"), say);
  if (server) await undo.add(() => server.stop());
  const adminUrl = server?.adminUrl ?? options.databaseUrl ?? "";
  if (!server)
    await requireOwnDatabase(adminUrl, {
      data,
      passwords: secrets.passwords,
      withNotary: options.processes.includes("notary"),
    });
  const applied = await migrate({
    adminUrl,
    passwords: secrets.passwords,
    directory: fileURLToPath(new URL("./migrations", import.meta.url)),
  });
  if (applied.length > 0) say(`Database ready: ${applied.length} migrations applied.`);
  const place: Place = {
    data,
    origin,
    portal: `http://127.0.0.1:${portalPort}`,
    gateway: `http://127.0.0.1:${gatewayPort}`,
    portalPort,
    gatewayPort,
    urlOf: (role) => roleUrl(adminUrl, role, secrets.passwords[role]),
    cookieSecret: secrets.cookieSecret,
    cluster: server?.dataDir ?? "",
  };
  const supervisor = new Supervisor(join(data, "logs"), say);
  await undo.add(() => supervisor.stop());
  const supervised = await describe(options.processes, place);
  for (const entry of supervised) supervisor.start(entry);
  await Promise.all(supervised.map((entry) => supervisor.healthy(entry)));
  const vkey = (await readFile(join(data, "notary", "vkey"), "utf8")).trim();
  const state = await prepare(place, options.seed, (child) => undo.add(() => ended(child)));
  const { portal, gateway } = place;
  if (options.readyFile) {
    const { readyFile } = options;
    await undo.add(() => forgetReadyFile(readyFile));
    await writeReadyFile(readyFile, {
      portal,
      gateway,
      databaseUrl: place.urlOf("countersign_app"),
      adminDatabaseUrl: adminUrl,
      operatorToken: state.operatorToken,
      log: { origin, vkey },
      people: state.people,
      setUpUrl: state.setUpUrl,
      pids: {
        ...Object.fromEntries(options.processes.map((name) => [name, supervisor.pid(name) ?? 0])),
        up: process.pid,
        ...(server ? { postgres: server.pid() ?? 0 } : {}),
      },
    });
  }
  say(announce({ portal, gateway, vkey, ...state, seconds: (Date.now() - began) / 1000 }));
}
