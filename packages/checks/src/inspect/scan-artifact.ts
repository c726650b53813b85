import { lstatSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Json, Measurement, VersionFile } from "@countersign/domain";
import { CheckFault, type CheckContext } from "../check.ts";
import { defineCheck, noParams } from "../define-check.ts";
import { resolveInside } from "../resolve-inside.ts";
import { type Allowlist, readAllowlist } from "./pickle/allowlist.ts";
import { newScan, report, type Scan } from "./scan.ts";
import { scanItem } from "./scan-item.ts";

const largest = 1_500_000_000;

function loadAllowlist(path: string): Allowlist {
  let list: Allowlist | null = null;
  try {
    list = readAllowlist(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Said below: without a list nothing can be told apart.
  }
  if (!list)
    throw new CheckFault("The list of globals that a model file may name cannot be read, so nothing can be scanned.");
  return list;
}

/** Sizes of the files in the same folder, by name: where a model may keep tensors outside itself. */
function siblingsOf(files: readonly VersionFile[], path: string): Map<string, number> {
  const folder = posix.dirname(path);
  return new Map(
    files
      .filter((f) => f.path !== path && (folder === "." || f.path.startsWith(`${folder}/`)))
      .map((f) => [posix.relative(folder, f.path), f.size]),
  );
}

function scanFile(scan: Scan, ctx: Pick<CheckContext, "dir">, files: readonly VersionFile[], file: VersionFile): void {
  const path = resolveInside(ctx.dir, file.path);
  const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
  if (path === null || !stat?.isFile())
    return report(
      scan,
      "file.not_plain",
      file.path,
      `${file.path} is not there as a plain file, so it cannot be scanned.`,
    );
  if (stat.size > largest)
    return report(
      scan,
      "scan.too_large",
      file.path,
      `${file.path} has ${stat.size} bytes; files above ${largest} are not scanned.`,
    );
  try {
    scanItem(
      scan,
      { bytes: readFileSync(path), where: file.path, name: file.path, depth: 0 },
      siblingsOf(files, file.path),
    );
  } catch (error) {
    // A scanner that stumbles has not scanned: this must never read as clean.
    report(
      scan,
      "scan.failed",
      file.path,
      `${file.path} could not be scanned to its end (${error instanceof RangeError ? "it is nested too deeply" : "it is not understood"}), so it counts as unsafe.`,
    );
  }
}

function counted(formats: Iterable<string>): Record<string, Json> {
  const out: Record<string, number> = {};
  for (const format of formats) out[format] = (out[format] ?? 0) + 1;
  return out;
}

/** Looks through model files without loading them. Value: number of detections; n: files. */
export function measureArtifacts(ctx: Pick<CheckContext, "dir" | "files" | "allowlist">): Measurement {
  const files = ctx.files.filter((f) => f.role === "model");
  if (files.length === 0)
    return { value: null, n: 0, detections: [], insufficient: "The version has no model files to scan." };
  const scan = newScan(loadAllowlist(ctx.allowlist));
  for (const file of files) scanFile(scan, ctx, files, file);
  if (scan.more > 0)
    scan.detections.push({ code: "scan.more", where: "", text: `${scan.more} more detections are not listed.` });
  return {
    value: scan.detections.length + Math.max(0, scan.more - 1),
    n: files.length,
    detections: scan.detections,
    details: { formats: counted(scan.formats.values()), looked_at: scan.formats.size },
  };
}

/**
 * Every model file, looked through by content and never loaded: pickles and joblib by opcode against the list of allowed
 * globals, skops, NumPy, ZIP, safetensors, ONNX, GGUF, Keras, UBJSON, text. What is not understood is a detection.
 */
export const scanArtifact = defineCheck({
  id: "scan.artifact",
  version: "1.1.0",
  title: "Model files hold no code that runs when they are loaded",
  measures:
    "Every model file, looked through by content and never loaded: pickles and joblib by opcode against the list of allowed globals, skops, NumPy, ZIP, safetensors, ONNX, GGUF, Keras, UBJSON, text. What is not understood is a detection. Value: number of detections.",
  category: "security",
  reads: ["model"],
  applies: () => true,
  params: noParams,
  run: (ctx) => Promise.resolve({ status: "measured", assurance: "inspected", measurements: [measureArtifacts(ctx)] }),
});
