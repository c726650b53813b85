import type { InferenceSession } from "onnxruntime-node";
import { CheckFault, type VersionUnderTest } from "../check.ts";
import { fileOf } from "../data/source.ts";

/** Path of the ONNX model: the part called `onnx`, or the only .onnx file. Null where the version has none. */
export function onnxPath(version: VersionUnderTest): string | null {
  if (!version.submission.onnx) return null;
  const part = version.submission.files["onnx"];
  if (part !== undefined && !part.endsWith("/") && part.toLowerCase().endsWith(".onnx")) return part;
  const inPart = version.files.filter(
    (f) =>
      f.role === "model" && f.path.toLowerCase().endsWith(".onnx") && (part === undefined || f.path.startsWith(part)),
  );
  const [only] = inPart;
  if (inPart.length === 1 && only) return only.path;
  throw new CheckFault(
    `countersign.yaml says how to call an ONNX model, but ${inPart.length === 0 ? "no .onnx file is there" : `${inPart.length} .onnx files could be meant: name one as the part "onnx"`}.`,
  );
}

/** First line of an engine's message, without paths of this machine. */
export function engineText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/bad_alloc|Failed to allocate|out of memory/i.test(text)) return "it asks for more memory than a check may use";
  return (text.split("\n")[0] ?? "")
    .replaceAll(/\/[^\s'":]+/g, "…")
    .replaceAll(/\s+/g, " ")
    .slice(0, 300);
}

/** Loads a model with ONNX Runtime on the CPU, one thread, so that sums are taken in one order. */
export async function loadSession(version: VersionUnderTest, path: string): Promise<InferenceSession> {
  const absolute = fileOf(version, path);
  const { InferenceSession: Session } = await import("onnxruntime-node");
  try {
    return await Session.create(absolute, {
      executionProviders: ["cpu"],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: "sequential",
      enableCpuMemArena: false,
      enableMemPattern: false,
      graphOptimizationLevel: "all",
      logSeverityLevel: 4,
    });
  } catch (error) {
    throw new CheckFault(`${path} cannot be loaded by ONNX Runtime: ${engineText(error)}.`);
  }
}

export async function onnxRuntimeVersion(): Promise<string> {
  return (await import("onnxruntime-node")).env.versions.node ?? "unknown";
}
