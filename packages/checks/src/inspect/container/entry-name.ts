import { shown } from "../bytes.ts";
import { report, type Scan } from "../scan.ts";

const symlink = 0o120000;

/** Names that would leave the folder an archive is unpacked into, and entries that are links. */
export function checkEntryName(scan: Scan, where: string, name: string, mode: number): void {
  const outside =
    name.includes("\0") ||
    name.startsWith("/") ||
    name.includes("\\") ||
    /^[A-Za-z]:/.test(name) ||
    name.split("/").includes("..");
  if (outside)
    report(
      scan,
      "archive.path",
      where,
      `${where} has an entry called ${shown(name)}, which would be written outside the folder it is unpacked into.`,
    );
  if ((mode & 0o170000) === symlink)
    report(scan, "archive.link", where, `${where} has an entry ${shown(name)} that is a link to another file.`);
}
