/** The portal's settings; read here and nowhere else. */
export interface PortalEnv {
  databaseUrl: string;
  artifacts: string;
  portalUrl: string;
  logOrigin: string;
  cookieSecret: string;
  /** File with the log's verifier key, shown as this instance's claim; null: none is shown. */
  logKeyFile: string | null;
  /** Folder with bundles to try the verifier with; null: there are none. */
  samples: string | null;
  /** Where machines go, as first steps name it; null: they name no address. */
  gatewayUrl: string | null;
  /** Whether the page of all components is shown. */
  gallery: boolean;
  /** The built child of the reports package, which prints certificates. */
  printingProgram: string;
}

export function readEnv(): PortalEnv {
  const need = (name: string): string => {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  return {
    databaseUrl: need("COUNTERSIGN_DATABASE_URL"),
    artifacts: need("COUNTERSIGN_ARTIFACTS"),
    portalUrl: need("COUNTERSIGN_PORTAL_URL"),
    logOrigin: process.env["COUNTERSIGN_LOG_ORIGIN"] ?? "tlog.localhost",
    cookieSecret: need("NEXTAUTH_SECRET"),
    gatewayUrl: process.env["COUNTERSIGN_GATEWAY_URL"] ?? null,
    logKeyFile: process.env["COUNTERSIGN_LOG_KEY_FILE"] ?? null,
    samples: process.env["COUNTERSIGN_SAMPLES"] ?? null,
    gallery: process.env["COUNTERSIGN_GALLERY"] === "1" || process.env["NODE_ENV"] === "development",
    // The portal runs in its own folder, wherever that is; the bundler leaves this path alone.
    printingProgram: `${process.cwd()}/node_modules/@countersign/reports/dist/child.js`,
  };
}
