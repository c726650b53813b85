/** The portal's settings; read here and nowhere else. */
export interface PortalEnv {
  databaseUrl: string;
  artifacts: string;
  portalUrl: string;
  logOrigin: string;
  cookieSecret: string;
}

export function readEnv(): PortalEnv {
  const need = (name: string): string => {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    databaseUrl: need("COUNTERSIGN_DATABASE_URL"), artifacts: need("COUNTERSIGN_ARTIFACTS"), portalUrl: need("COUNTERSIGN_PORTAL_URL"),
    logOrigin: process.env["COUNTERSIGN_LOG_ORIGIN"] ?? "tlog.localhost", cookieSecret: need("NEXTAUTH_SECRET"),
  };
}
