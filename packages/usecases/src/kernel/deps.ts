import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { connect, type Database, requireCurrentSchema } from "@countersign/db";
import { type CheckCatalogue, checkCatalogue } from "@countersign/domain";
import { resultFolder, type Results } from "../artifacts/results.ts";
import { type ArtifactStore, artifactFolder, incomingOf } from "../artifacts/store.ts";

/** What enters at the edge: time, ids, randomness, storage. */
export interface Deps {
  database: Database;
  store: ArtifactStore;
  results: Results;
  now(): Date;
  /** A new id: prefix, underscore, UUIDv7 as 32 hex digits (RFC 9562 §5.7), so that ids sort by time. */
  id(prefix: string): string;
  /** 128 random bits as base64url, for a disclosure. */
  salt(): string;
  /** `seed` only while the instance is in set-up: the database refuses it afterwards. */
  origin: "live" | "seed";
  /** Where people go, without a trailing slash; problems and results carry links to it. */
  portalUrl: string;
  /** The checks that this build runs: a policy that asks for others is refused. */
  checks: CheckCatalogue;
}

export interface Settings {
  databaseUrl: string;
  /** Folder of the artifacts. */
  artifacts: string;
  portalUrl: string;
  /** Name that the database shows for our connections. */
  name: string;
  /** Connections at most. */
  connections?: number;
}

/** Opens what a process needs; refuses, with a sentence, a database of another schema. */
export async function openDeps(settings: Settings): Promise<Deps> {
  const database = connect(settings.databaseUrl, {
    name: settings.name,
    ...(settings.connections ? { max: settings.connections } : {}),
  });
  await requireCurrentSchema(database);
  return {
    database,
    store: artifactFolder(settings.artifacts),
    results: resultFolder(join(settings.artifacts, "results"), incomingOf(settings.artifacts)),
    now: () => new Date(),
    id: (prefix) => `${prefix}_${uuid7(Date.now())}`,
    salt: () => randomBytes(16).toString("base64url"),
    origin: "live",
    portalUrl: settings.portalUrl,
    checks: checkCatalogue,
  };
}

function uuid7(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, "0");
  const random = randomBytes(10);
  random[0] = ((random[0] ?? 0) & 0x0f) | 0x70;
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80;
  return time + random.toString("hex");
}
