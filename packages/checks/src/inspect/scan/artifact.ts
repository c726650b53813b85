import { lstatSync, readFileSync } from "node:fs";
import type { Detection } from "@countersign/domain";
import { defineCheck, noParams } from "../../define-check.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { readAllowlist } from "./allowlist.ts";
import { scanFile } from "./file.ts";

const fileMax = 2_000_000_000;

/** Every model file scanned by its content, without loading anything. Value: number of detections. */
export const artifactScan = defineCheck({
  id: "scan.artifact",
  version: "1.0.0",
  title: "Artifacts hold no unsafe code",
  category: "security",
  reads: ["model"],
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const allowlist = readAllowlist(ctx.allowlist);
    const files = ctx.files.filter((file) => file.role === "model");
    const detections: Detection[] = [];
    for (const file of files) {
      const path = resolveInside(ctx.dir, file.path);
      const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
      if (path === null || !stat?.isFile()) detections.push({ code: "file.missing", where: file.path, text: `${file.path} is not there as a plain file.` });
      else if (stat.size > fileMax) detections.push({ code: "file.too_large", where: file.path, text: `${file.path} is too large to be scanned.` });
      else detections.push(...scanFile(file.path, readFileSync(path), allowlist));
    }
    const none = files.length === 0 ? { insufficient: "The version has no model files." } : {};
    return { status: "measured", assurance: "inspected", measurements: [{ value: detections.length, n: files.length, detections: detections.slice(0, 200), ...none }] };
  },
});
