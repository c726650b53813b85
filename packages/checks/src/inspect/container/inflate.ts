import { constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { type Scan, report } from "../scan.ts";

export type Packing = "gzip" | "zlib" | "deflate" | "zstd";

interface Inflated {
  bytes: Uint8Array;
  /** Packed bytes that were used; null where the library does not say. */
  used: number | null;
}

const smallest = 32_000_000;
const ratio = 200;

function unpack(
  packing: Packing,
  packed: Uint8Array,
  options: { maxOutputLength: number; finishFlush?: number },
): Inflated {
  if (packing === "zstd")
    return { bytes: zstdDecompressSync(packed, { maxOutputLength: options.maxOutputLength }), used: null };
  const open = packing === "gzip" ? gunzipSync : packing === "zlib" ? inflateSync : inflateRawSync;
  // `info` is Node's documented option; its types do not know the shape it returns.
  const made = open(packed, { ...options, info: true }) as unknown as {
    buffer: Uint8Array;
    engine: { bytesWritten: number };
  };
  return { bytes: made.buffer, used: made.engine.bytesWritten };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : null);

/**
 * Decompresses within the scan's budget and at most 200 times the packed size (32 MB are always allowed).
 * What breaks off gives the part before it, reported. Null, reported, where nothing can be had.
 */
export function inflate(scan: Scan, packing: Packing, packed: Uint8Array, where: string): Uint8Array | null {
  const most = Math.floor(Math.min(scan.bytesLeft, Math.max(smallest, packed.length * ratio)));
  const options = { maxOutputLength: Math.max(1, most) };
  const keep = ({ bytes, used }: Inflated): Uint8Array => {
    scan.bytesLeft -= bytes.length;
    if (used !== null && used < packed.length)
      report(
        scan,
        "container.trailing_data",
        where,
        `${where} has ${packed.length - used} bytes behind the end of its compressed data.`,
      );
    return bytes;
  };
  try {
    return keep(unpack(packing, packed, options));
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE") {
      report(
        scan,
        "container.bomb",
        where,
        `${where} grows to more than ${most} bytes when it is decompressed, from ${packed.length}.`,
      );
      return null;
    }
    report(scan, "container.broken", where, `${where} cannot be decompressed to its end (${packing}).`);
  }
  if (packing === "zstd") return null;
  try {
    return keep(unpack(packing, packed, { ...options, finishFlush: constants.Z_SYNC_FLUSH }));
  } catch {
    return null;
  }
}
