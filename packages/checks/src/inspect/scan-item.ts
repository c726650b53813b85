import { inflate } from "./container/inflate.ts";
import { isTar, readTar } from "./container/scan-tar.ts";
import { readZip, type ZipEntry } from "./container/scan-zip.ts";
import { findEnd, readCentral } from "./container/zip-central.ts";
import { shown, startsWith } from "./bytes.ts";
import { isGguf, scanGguf } from "./format/gguf.ts";
import { isNpy, scanNpy } from "./format/npy.ts";
import { isSafetensors, scanSafetensors } from "./format/safetensors.ts";
import { scanSkopsSchema } from "./format/skops.ts";
import { imageFormat, isBzip2, isGzip, isZip, isZlib, isZstd, unreadableFormat } from "./format/sniff.ts";
import { plainText, scanText } from "./format/text.ts";
import { isUbjson, scanUbjson } from "./format/ubjson.ts";
import { looksLikeOnnx } from "./onnx/read-model.ts";
import { scanOnnx } from "./onnx/scan-onnx.ts";
import { hasHeader, importsAnything, looksLikePickle } from "./pickle/probe.ts";
import { scanPickle } from "./pickle/scan-pickle.ts";
import { type Item, report, type Scan, spend } from "./scan.ts";

const pickleName = /\.(pkl|pickle|p|pk|joblib|dill|dat|data|pt|pth|bin|ckpt|model|sav|npy)$/i;

/** Looks through one file or entry by what its bytes are. What is not understood is a detection: it fails closed. */
export function scanItem(scan: Scan, item: Item, siblings: ReadonlyMap<string, number> | null = null): void {
  if (!spend(scan, 100 + Math.floor(item.bytes.length / 50), item.where)) return;
  if (item.depth > scan.limits.depth) {
    scan.formats.set(item.where, "not scanned");
    return report(
      scan,
      "container.too_deep",
      item.where,
      `${item.where} lies in more than ${scan.limits.depth} archives, one in the other, and is not scanned.`,
    );
  }
  const format = scanByContent(scan, item, siblings);
  scan.formats.set(item.where, format);
  if (format !== "ZIP archive") polyglot(scan, item, format);
}

function scanByContent(scan: Scan, item: Item, siblings: ReadonlyMap<string, number> | null): string {
  const { bytes, where } = item;
  if (bytes.length === 0) return "empty";
  if (hasHeader(bytes)) return does("pickle", () => scanPickle(scan, item));
  if (isZip(bytes)) return does("ZIP archive", () => scanEntries(scan, item, [...readZip(scan, item)]));
  if (isNpy(bytes)) return does("NumPy array", () => scanNpy(scan, item));
  if (isGguf(bytes)) return does("GGUF model", () => scanGguf(scan, item));
  if (isGzip(bytes)) return does("gzip", () => scanPacked(scan, item, inflate(scan, "gzip", bytes, where)));
  if (isZstd(bytes)) return does("zstd", () => scanPacked(scan, item, inflate(scan, "zstd", bytes, where)));
  if (isSafetensors(bytes) || /\.safetensors$/i.test(item.name))
    return does("safetensors", () => scanSafetensors(scan, item));
  const unreadable = unreadableFormat(bytes) ?? (isBzip2(bytes) ? "bzip2-compressed file" : null);
  if (unreadable !== null)
    return does(unreadable, () =>
      report(
        scan,
        "format.not_scanned",
        where,
        `${where} is a ${unreadable}: that format is not scanned, so it counts as unsafe.`,
      ),
    );
  if (isTar(bytes)) return does("tar archive", () => scanEntries(scan, item, [...readTar(scan, item)]));
  if (looksLikeOnnx(bytes) || /\.onnx$/i.test(item.name))
    return does("ONNX model", () => scanOnnx(scan, item, siblings));
  if (looksLikePickle(bytes) || (pickleName.test(item.name) && importsAnything(bytes)))
    return does("pickle", () => scanPickle(scan, item));
  const text = plainText(bytes);
  if (text !== null) return scanText(scan, item, text);
  const image = imageFormat(bytes);
  if (image !== null) return image;
  if (isZlib(bytes)) return does("zlib", () => scanPacked(scan, item, inflate(scan, "zlib", bytes, where)));
  if (item.inside === "torch storage") return "tensor bytes";
  if (isUbjson(bytes)) return does("UBJSON", () => scanUbjson(scan, item));
  return does("unknown", () =>
    report(
      scan,
      "format.unknown",
      where,
      `${where} is in a format that is not known, so it cannot be scanned and counts as unsafe.`,
    ),
  );
}

function does(format: string, act: () => void): string {
  act();
  return format;
}

function scanPacked(scan: Scan, item: Item, bytes: Uint8Array | null): void {
  if (bytes)
    scanItem(scan, {
      ...item,
      bytes,
      name: item.name.replace(/\.(gz|z|zst|zlib)$/i, ""),
      where: `${item.where} (decompressed)`,
      depth: item.depth + 1,
    });
}

function scanEntries(scan: Scan, item: Item, entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map((e) => e.name));
  const torch = [...names].find((name) => /(^|\/)data\.pkl$/.test(name));
  const folder = torch?.replace(/data\.pkl$/, "");
  for (const { name, bytes } of entries) {
    const entry: Item = { bytes, where: `${item.where} > ${shown(name)}`, name, depth: item.depth + 1 };
    if (bytes.length === 0 && name.endsWith("/")) continue;
    const inFolder = folder !== undefined && name.startsWith(folder) ? name.slice(folder.length) : null;
    if (name === torch) entry.inside = "torch";
    else if (inFolder !== null && /^(data|constants|tensors)\/\d+$/.test(inFolder)) entry.inside = "torch storage";
    if (name === "schema.json") {
      scan.formats.set(entry.where, "skops schema");
      scanSkopsSchema(scan, entry);
    } else scanItem(scan, entry);
  }
}

/** A file that also ends as a ZIP archive is two files: what another reader would see is scanned too. */
function polyglot(scan: Scan, item: Item, format: string): void {
  const end = findEnd(item.bytes);
  if (
    end === null ||
    !/^(pickle|unknown|text|JSON|PNG image|JPEG image|GGUF model|NumPy array|safetensors|ONNX model|tensor bytes|UBJSON)$/.test(
      format,
    )
  )
    return;
  const central = readCentral(item.bytes, scan.limits.entries);
  if (!central || central.entries.length === 0) return;
  const first = central.entries[0];
  if (!first || !startsWith(item.bytes, "PK\u0003\u0004", first.at))
    return report(scan, "file.polyglot", item.where, `${item.where} is a ${format} and ends as a ZIP archive.`);
  report(
    scan,
    "file.polyglot",
    item.where,
    `${item.where} is a ${format} and a ZIP archive at once, so two loaders may see different files.`,
  );
  scanEntries(
    scan,
    item,
    [...readZip(scan, item)].filter((e) => !e.name.startsWith("(bytes ")),
  );
}
