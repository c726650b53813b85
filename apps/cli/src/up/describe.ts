import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { choosePort } from "./ports.ts";
import { type ProcessName, programOf } from "./processes.ts";
import type { Supervised } from "./supervisor.ts";

export interface Place {
  data: string;
  origin: string;
  portal: string;
  gateway: string;
  portalPort: number;
  gatewayPort: number;
  urlOf(role: "countersign_app" | "countersign_worker" | "countersign_notary"): string;
  cookieSecret: string;
  /** Folder of the embedded cluster; empty where PostgreSQL is somebody else's. */
  cluster: string;
}

/** What each process of one machine is started with: its own database login, nothing of the others'. */
export async function describe(names: ProcessName[], place: Place): Promise<Supervised[]> {
  const common = { ...commonEnv(place), NODE_ENV: "production", HOME: process.env["HOME"] ?? "" };
  const [workerHealth, notaryHealth] = [await choosePort(0, "worker", ""), await choosePort(0, "notary", "")];
  const key = join(place.data, "notary", "vkey");
  const settings: Record<ProcessName, { port: number; env: Record<string, string> }> = {
    notary: {
      port: notaryHealth,
      env: {
        COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_notary"),
        COUNTERSIGN_NOTARY_DIR: join(place.data, "notary"),
        COUNTERSIGN_LOG_ORIGIN: place.origin,
        COUNTERSIGN_HEALTH_PORT: String(notaryHealth),
      },
    },
    gateway: {
      port: place.gatewayPort,
      env: { COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_app"), COUNTERSIGN_PORT: String(place.gatewayPort) },
    },
    worker: {
      port: workerHealth,
      env: {
        COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_worker"),
        COUNTERSIGN_HEALTH_PORT: String(workerHealth),
        COUNTERSIGN_ADVISORIES: fileURLToPath(new URL("./advisories.json", import.meta.url)),
        COUNTERSIGN_WORKER_CONCURRENCY: "2",
        ...mailEnv(place.cookieSecret),
      },
    },
    portal: {
      port: place.portalPort,
      env: {
        COUNTERSIGN_DATABASE_URL: place.urlOf("countersign_app"),
        COUNTERSIGN_GATEWAY_URL: place.gateway,
        COUNTERSIGN_LOG_ORIGIN: place.origin,
        COUNTERSIGN_LOG_KEY_FILE: key,
        COUNTERSIGN_SAMPLES: samplesIn(place.data),
        NEXTAUTH_SECRET: place.cookieSecret,
        NEXTAUTH_URL: place.portal,
        COUNTERSIGN_GALLERY: process.env["COUNTERSIGN_GALLERY"] ?? "",
      },
    },
  };
  return names.map((name) => {
    const { port, env } = settings[name];
    const program = programOf(name, port);
    return {
      name,
      program: { ...program, args: [...withParent, ...program.args] },
      env: { ...common, ...env },
      healthUrl: `http://127.0.0.1:${port}/health`,
    };
  });
}

/** Where a demo leaves bundles to try the verifier with. */
export const samplesIn = (data: string): string => join(data, "samples");

/** How the worker mails, where the environment says so. */
function mailEnv(secret: string): Record<string, string> {
  const given = ["COUNTERSIGN_SMTP_URL", "COUNTERSIGN_MAIL_FROM"].flatMap((name) => {
    const value = process.env[name];
    return value ? [[name, value] as const] : [];
  });
  return given.length === 0 ? {} : { ...Object.fromEntries(given), NEXTAUTH_SECRET: secret };
}

/** Ends a process when its supervisor has ended. */
export const withParent = ["--import", new URL("./with-parent.js", import.meta.url).href];

export const commonEnv = (place: Pick<Place, "data" | "portal" | "cluster">): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  TZ: "UTC",
  COUNTERSIGN_ARTIFACTS: join(place.data, "artifacts"),
  COUNTERSIGN_PORTAL_URL: place.portal,
  COUNTERSIGN_UP_CLUSTER: place.cluster,
});
