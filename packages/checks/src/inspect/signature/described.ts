import { lstatSync, readFileSync } from "node:fs";
import type { VersionUnderTest } from "../../check.ts";
import { onnxPath } from "../../model/session.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { readSignature, type SignatureRead } from "../mlmodel/signature.ts";
import { readOnnx } from "../onnx/read-model.ts";
import type { OnnxModel } from "../onnx/types.ts";

/** What a version says about its own inputs and outputs. */
export interface Described {
  signature: SignatureRead;
  /** The graph that is evaluated; null where the version has none. */
  graph: { path: string; model: OnnxModel } | { path: string; broken: string } | null;
}

const largest = 1_500_000_000;

function bytesOf(version: VersionUnderTest, path: string): Uint8Array | null {
  const absolute = resolveInside(version.dir, path);
  const stat = absolute === null ? undefined : lstatSync(absolute, { throwIfNoEntry: false });
  return absolute !== null && stat?.isFile() && stat.size <= largest ? readFileSync(absolute) : null;
}

function signatureOf(version: VersionUnderTest): SignatureRead {
  const files = version.files.filter((f) => f.role === "model" && /(^|\/)MLmodel$/.test(f.path));
  const [file] = files;
  if (!file) return { none: "The version has no MLmodel, so no signature says what it takes." };
  if (files.length > 1)
    return {
      broken: `The version has ${files.length} files called MLmodel, so it is not clear which signature holds.`,
    };
  const bytes = bytesOf(version, file.path);
  return bytes ? readSignature(bytes) : { broken: `${file.path} is not there as a plain file.` };
}

/** Reads a version's MLmodel and ONNX graph, without running anything. Throws CheckFault where countersign.yaml and the files do not fit. */
export function describe(version: VersionUnderTest): Described {
  const signature = signatureOf(version);
  const path = onnxPath(version);
  if (path === null) return { signature, graph: null };
  const bytes = bytesOf(version, path);
  const read = bytes ? readOnnx(bytes) : { broken: "it is not there as a plain file" };
  return { signature, graph: "broken" in read ? { path, broken: read.broken } : { path, model: read.model } };
}
