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
  /** Where mail goes, from whom, and what signs the links in it; null: nothing is mailed. */
  mail: { url: string; from: string; secret: string } | null;
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
    mail: mailOf(env["COUNTERSIGN_SMTP_URL"] || undefined, env["COUNTERSIGN_MAIL_FROM"] || undefined, need),
  };
}

function mailOf(url: string | undefined, from: string | undefined, need: (name: string) => string): WorkerEnv["mail"] {
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined)
    throw new Error("COUNTERSIGN_SMTP_URL and COUNTERSIGN_MAIL_FROM are set together, or neither is");
  if (!/^smtps?:\/\//i.test(url)) throw new Error("COUNTERSIGN_SMTP_URL begins with smtp:// or smtps://");
  return { url, from, secret: need("NEXTAUTH_SECRET") };
}
