import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import type { Detection, FileRole, VersionFile } from "@countersign/domain";
import { defineCheck, noParams } from "../define-check.ts";
import { resolveInside } from "../resolve-inside.ts";

// Written out, so that the confined child loads no code of the rules.
const everyRole: readonly FileRole[] = [
  "model",
  "train",
  "test",
  "predictions",
  "card",
  "datasheet",
  "reported",
  "parameters",
  "requirements",
];

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

async function inspectFile(dir: string, file: VersionFile): Promise<Detection | null> {
  const path = resolveInside(dir, file.path);
  const stat = path === null ? null : await lstat(path).catch(() => null);
  if (path === null || stat === null || !stat.isFile())
    return { code: "integrity.missing", where: file.path, text: `${file.path} is not there as a plain file.` };
  if (stat.size !== file.size)
    return {
      code: "integrity.size",
      where: file.path,
      text: `${file.path} has ${stat.size} bytes, ${file.size} were registered.`,
    };
  if ((await sha256(path)) !== file.sha256)
    return {
      code: "integrity.digest",
      where: file.path,
      text: `${file.path} does not have the SHA-256 it was registered with.`,
    };
  return null;
}

/** Every file of the version, hashed again against the digest and size it was registered with. Value: files that differ. */
export const artifactIntegrity = defineCheck({
  id: "artifact.integrity",
  version: "1.0.0",
  title: "Files are the registered bytes",
  measures:
    "Every file of the version, hashed again against the digest and size it was registered with. Value: files that differ.",
  category: "integrity",
  reads: everyRole,
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const detections: Detection[] = [];
    for (const file of ctx.files) {
      const found = await inspectFile(ctx.dir, file);
      if (found) detections.push(found);
    }
    const n = ctx.files.length;
    const none = n === 0 ? { insufficient: "The version has no files." } : {};
    return {
      status: "measured",
      assurance: "inspected",
      measurements: [{ value: detections.length, n, detections, ...none }],
    };
  },
});
