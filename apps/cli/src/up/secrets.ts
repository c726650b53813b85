import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type LoginRole, loginRoles } from "@countersign/db/migrate";

/** Secrets of a local installation: made once, kept beside its data, readable by its owner only. */
export interface Secrets {
  passwords: Record<LoginRole, string>;
  /** Signs the portal's session cookies. */
  cookieSecret: string;
}

export async function localSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, "secrets.json");
  const known = await readFile(path, "utf8").catch(() => null);
  if (known) return JSON.parse(known) as Secrets;
  const random = (): string => randomBytes(24).toString("base64url");
  const secrets: Secrets = {
    passwords: Object.fromEntries(loginRoles.map((role) => [role, random()])) as Record<LoginRole, string>,
    cookieSecret: random(),
  };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
