import type { Detection } from "@countersign/domain";
import { gunzipSync, inflateSync } from "node:zlib";
import { readOnnx } from "../onnx/read.ts";
import { type Allowlist, isAllowed } from "./allowlist.ts";
import { walkPickle } from "./pickle.ts";
import { safetensorsProblem } from "./safetensors.ts";
import { readZip } from "./zip.ts";

const nestingMax = 4;
const unpackedMax = 1_000_000_000;

/** Detections of one file, judged by its content and never by its name alone. What is not recognised is a detection. */
export function scanFile(path: string, bytes: Uint8Array, allowlist: Allowlist, depth = 0): Detection[] {
  const found = (code: string, text: string): Detection[] => [{ code, where: path, text: `${path}: ${text}` }];
  if (depth > nestingMax) return found("archive.too_deep", "archives stand in archives too deep to be followed.");
  if (bytes.length === 0) return [];
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return scanZip(path, bytes, allowlist, depth);
  if (starts(bytes, 0x1f, 0x8b)) return scanPacked(path, () => gunzipSync(bytes, { maxOutputLength: unpackedMax }), allowlist, depth);
  if (starts(bytes, 0x78) && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0)) return scanPacked(path, () => inflateSync(bytes, { maxOutputLength: unpackedMax }), allowlist, depth);
  if (starts(bytes, 0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59)) return scanNpy(path, bytes, allowlist);
  if (isPlainText(bytes) && !looksLikePickle(bytes)) return [];
  if (looksLikePickle(bytes)) return scanPickles(path, bytes, allowlist);
  const tensors = safetensorsProblem(bytes);
  if (tensors !== "not_safetensors") return tensors === null ? [] : found("safetensors.malformed", `as safetensors ${tensors}.`);
  const onnx = readOnnx(bytes);
  if (onnx.ok) return onnx.graph.problems.map((problem) => ({ code: "onnx.suspicious", where: path, text: `${path}: ${problem}.` }));
  return found("format.not_scanned", "its format is not one that is scanned, so it cannot be judged.");
}

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** A protocol header, or text opcodes of protocol 0 that name a global early. */
function looksLikePickle(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x80 && (bytes[1] ?? 255) <= 5) return true;
  const walk = walkPickle(bytes);
  return walk.opcodes > 1 && (walk.problems.length === 0 || walk.globals.length > 0) && bytes[walk.end - 1] === 0x2e;
}

/** Every pickle of a file, one after another: loaders that read again see the second one too. */
function scanPickles(path: string, bytes: Uint8Array, allowlist: Allowlist): Detection[] {
  const detections: Detection[] = [];
  let at = 0;
  for (let count = 0; at < bytes.length && count < 1000; count++) {
    const walk = walkPickle(bytes, at);
    const arrays = walk.globals.some((global) => global.module === "joblib.numpy_pickle" && global.name === "NumpyArrayWrapper");
    for (const { module, name, calledBy } of unique(walk.globals)) {
      if (isAllowed(allowlist, module, name)) continue;
      detections.push({ code: "pickle.unsafe_global", where: path, text: `${path} imports ${module}.${name}${calledBy ? ` and calls it (${calledBy}) when it is loaded` : ""}; it is not on the list of globals a model needs.` });
    }
    // joblib writes array bytes between opcodes; what follows them is found by the next opcode that makes sense.
    if (arrays && walk.problems.length > 0) return [...detections, ...scanJoblib(path, bytes, allowlist)];
    for (const problem of walk.problems) detections.push({ code: "pickle.malformed", where: path, text: `${path} is a pickle that cannot be followed: ${problem}.` });
    if (walk.problems.length > 0 || walk.end <= at) break;
    at = walk.end;
    if (at < bytes.length && !opcodeBegins(bytes, at)) {
      detections.push({ code: "pickle.trailing_bytes", where: path, text: `${path} has ${bytes.length - at} bytes after its pickle.` });
      break;
    }
  }
  return detections;
}

const opcodeBegins = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x80;

/** Names of globals anywhere in a joblib file, by their opcodes: array bytes between them make a straight walk impossible. */
function scanJoblib(path: string, bytes: Uint8Array, allowlist: Allowlist): Detection[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const found = new Map<string, string>();
  for (const match of text.matchAll(/[ci]([A-Za-z_][\w.]{0,200})\n([A-Za-z_][\w.]{0,200})\n/g)) found.set(`${match[1]}.${match[2]}`, `${match[1]}\n${match[2]}`);
  for (const match of text.matchAll(/\x8c[\x01-\xff]([A-Za-z_][\w.]{0,200})\x94\x8c[\x01-\xff]([A-Za-z_][\w.]{0,200})\x94\x93/g)) found.set(`${match[1]}.${match[2]}`, `${match[1]}\n${match[2]}`);
  return [...found].flatMap(([shown, pair]) => {
    const [module = "", name = ""] = pair.split("\n");
    return isAllowed(allowlist, module, name) ? [] : [{ code: "pickle.unsafe_global", where: path, text: `${path} imports ${shown}; it is not on the list of globals a model needs.` }];
  });
}

function unique<T extends { module: string; name: string }>(globals: T[]): T[] {
  return [...new Map(globals.map((global) => [`${global.module}\n${global.name}`, global])).values()].slice(0, 500);
}

function scanZip(path: string, bytes: Uint8Array, allowlist: Allowlist, depth: number): Detection[] {
  const read = readZip(bytes);
  if (!read.ok) return [{ code: "archive.malformed", where: path, text: `${path}: ${read.problem}.` }];
  const detections: Detection[] = read.problems.map((problem) => ({ code: "archive.suspicious", where: path, text: `${path}: ${problem}.` }));
  const schema = read.entries.find((entry) => entry.name === "schema.json");
  if (schema) detections.push(...scanSkopsSchema(path, schema.bytes, allowlist));
  for (const entry of read.entries) {
    if (entry.name.endsWith("/") || entry === schema) continue;
    const storage = /(^|\/)data\/[0-9]+$/.test(entry.name) || /(^|\/)(version|byteorder|\.format_version|\.data\/serialization_id|\.storage_alignment)$/.test(entry.name);
    // Tensor storages of a PyTorch archive are raw numbers; nothing loads them as anything else.
    if (storage && !looksLikePickle(entry.bytes)) continue;
    detections.push(...scanFile(`${path}!${entry.name}`, entry.bytes, allowlist, depth + 1));
  }
  return detections;
}

/** skops loads every type that its schema names: each must be one a model needs. */
function scanSkopsSchema(path: string, bytes: Uint8Array, allowlist: Allowlist): Detection[] {
  const detections: Detection[] = [];
  const seen = new Set<string>();
  const walk = (value: unknown, depth: number): void => {
    if (depth > 200 || typeof value !== "object" || value === null) return;
    const node = value as Record<string, unknown>;
    const module = node["__module__"];
    const name = node["__class__"];
    if (typeof module === "string" && typeof name === "string" && !seen.has(`${module}.${name}`)) {
      seen.add(`${module}.${name}`);
      if (!isAllowed(allowlist, module, name) && !skopsAllowed(module, name)) {
        detections.push({ code: "skops.unsafe_type", where: path, text: `${path} names the type ${module}.${name}, which is not on the list of types a model needs.` });
      }
    }
    for (const member of Object.values(node)) walk(member, depth + 1);
  };
  try {
    walk(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), 0);
  } catch {
    detections.push({ code: "skops.malformed", where: path, text: `${path}: its schema.json is not JSON.` });
  }
  return detections;
}

/** Plain containers and numbers, which skops itself writes for every model. */
const skopsAllowed = (module: string, name: string): boolean =>
  (module === "builtins" && ["dict", "list", "tuple", "set", "str", "int", "float", "bool", "NoneType", "type", "slice", "bytes", "bytearray"].includes(name))
  || (module === "numpy" && /^(ndarray|dtype|generic|u?int\d+|float\d+|bool_?|str_|object_|random\..*)$/.test(name))
  || (module === "json" && name === "load") || (module === "collections" && ["OrderedDict", "defaultdict"].includes(name))
  || (/^(sklearn|scipy)\./.test(module) && /^[A-Za-z_]\w*$/.test(name));

function scanPacked(path: string, unpack: () => Uint8Array, allowlist: Allowlist, depth: number): Detection[] {
  try {
    return scanFile(path, unpack(), allowlist, depth + 1);
  } catch {
    return [{ code: "archive.malformed", where: path, text: `${path} cannot be unpacked, or unpacks to too much.` }];
  }
}

/** A .npy file: an array of objects is a pickle. */
function scanNpy(path: string, bytes: Uint8Array, allowlist: Allowlist): Detection[] {
  const length = bytes[6] === 1 ? (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0) : new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const begin = bytes[6] === 1 ? 10 : 12;
  const header = new TextDecoder("latin1").decode(bytes.subarray(begin, begin + Math.min(length, 10_000)));
  return /['"]descr['"]\s*:\s*['"]\|O['"]/.test(header) ? scanPickles(path, bytes.subarray(begin + length), allowlist) : [];
}

/** UTF-8 without control characters: JSON, YAML, Markdown, a LightGBM text model. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, 1_000_000), { stream: bytes.length > 1_000_000 });
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}

