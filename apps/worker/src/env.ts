/** The worker's settings; read here and nowhere else. */
export interface WorkerEnv {
  databaseUrl: string;
  artifacts: string;
  portalUrl: string;
  /** Local advisory records (OSV JSON). */
  advisories: string | undefined;
  concurrency: number;
  healthPort: number;
  /** Seconds that one check may take before it is stopped and counts as an error. */
  checkSeconds: number;
}

export function readEnv(env: Record<string, string | undefined>): WorkerEnv {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    databaseUrl: need("COUNTERSIGN_DATABASE_URL"),
    artifacts: need("COUNTERSIGN_ARTIFACTS"),
    portalUrl: need("COUNTERSIGN_PORTAL_URL"),
    advisories: env["COUNTERSIGN_ADVISORIES"] || undefined,
    concurrency: Number(env["COUNTERSIGN_WORKER_CONCURRENCY"] ?? 1),
    checkSeconds: Number(env["COUNTERSIGN_CHECK_SECONDS"] ?? 120),
    healthPort: Number(env["COUNTERSIGN_HEALTH_PORT"] ?? 0),
  };
}
