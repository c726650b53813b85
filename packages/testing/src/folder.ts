import { chmodSync, mkdtempSync } from "node:fs";

/** A new folder that every user may pass through: as root PostgreSQL runs as another, and keeps its files elsewhere where it cannot. */
export function passableFolder(name: string): string {
  const folder = mkdtempSync(`/var/tmp/${name}`);
  chmodSync(folder, 0o755);
  return folder;
}
