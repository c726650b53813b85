/** The gateway's settings; read here and nowhere else. */
export interface GatewayEnv {
  databaseUrl: string;
  artifacts: string;
  portalUrl: string;
  port: number;
  host: string;
}

export function readEnv(env: Record<string, string | undefined>): GatewayEnv {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    databaseUrl: need("COUNTERSIGN_DATABASE_URL"),
    artifacts: need("COUNTERSIGN_ARTIFACTS"),
    portalUrl: need("COUNTERSIGN_PORTAL_URL"),
    port: Number(env["COUNTERSIGN_PORT"] ?? 8080),
    host: env["COUNTERSIGN_HOST"] ?? "127.0.0.1",
  };
}
