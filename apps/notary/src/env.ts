/** The notary's settings; read here and nowhere else. */
export interface NotaryEnv {
  databaseUrl: string;
  /** Folder of the key and the high-water mark; the notary's alone. */
  folder: string;
  /** Name of the log, a bare host name. */
  origin: string;
  /** Port of the health endpoint on the loopback address; 0 for any free one. */
  healthPort: number;
}

export function readEnv(env: Record<string, string | undefined>): NotaryEnv {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  const healthPort = Number(env["COUNTERSIGN_HEALTH_PORT"] ?? 0);
  if (!Number.isInteger(healthPort) || healthPort < 0 || healthPort > 65_535)
    throw new Error("COUNTERSIGN_HEALTH_PORT is not a port");
  return {
    databaseUrl: need("COUNTERSIGN_DATABASE_URL"),
    folder: need("COUNTERSIGN_NOTARY_DIR"),
    origin: need("COUNTERSIGN_LOG_ORIGIN"),
    healthPort,
  };
}
