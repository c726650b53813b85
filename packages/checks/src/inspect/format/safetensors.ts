import { shown, u64, utf8 } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { isRecord, parseJson } from "./json.ts";

const longestHeader = 100_000_000;
const bitsOf: Record<string, number> = {
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  F8_E4M3FNUZ: 8,
  F8_E5M2FNUZ: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  I64: 64,
  U64: 64,
  F64: 64,
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
};

interface Stretch {
  name: string;
  begin: number;
  end: number;
}

const isSize = (n: unknown): n is number => typeof n === "number" && Number.isSafeInteger(n) && n >= 0;

function tensorFault(name: string, value: unknown): Stretch | string {
  if (!isRecord(value) || Object.keys(value).length !== 3)
    return `${shown(name)} is not described by dtype, shape and data_offsets alone`;
  const { dtype, shape, data_offsets: offsets } = value;
  const bits = typeof dtype === "string" ? bitsOf[dtype] : undefined;
  if (bits === undefined) return `${shown(name)} has an element type that does not exist`;
  if (!Array.isArray(shape) || !shape.every(isSize)) return `${shown(name)} has a shape that is none`;
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize))
    return `${shown(name)} has no place in the file`;
  const [begin = 0, end = 0] = offsets;
  const size = shape.reduce((n: number, d: number) => n * d, 1) * bits;
  if (!Number.isSafeInteger(size) || size % 8 !== 0)
    return `${shown(name)} is larger than can be counted, or does not end on a byte`;
  return end - begin === size / 8
    ? { name, begin, end }
    : `${shown(name)} says ${end - begin} bytes where its shape takes ${size / 8}`;
}

/** Sentence on the first thing that does not fit, or null. Source: safetensors, tensor.rs, `read_metadata` and `validate`; stricter where its format text is. */
function safetensorsFault(bytes: Uint8Array): string | null {
  const length = u64(bytes, 0);
  if (length === null) return "it is shorter than its header";
  if (length > longestHeader || 8 + length > bytes.length) return "its header is longer than the file";
  const text = utf8(bytes.subarray(8, 8 + length));
  if (text === null) return "its header is not UTF-8";
  if (!text.startsWith("{")) return "its header does not begin with {";
  const header = parseJson(text, { duplicates: "refuse" });
  if (!isRecord(header)) return "its header is not one JSON object with each name once";
  const stretches: Stretch[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") {
      if (!isRecord(value) || !Object.values(value).every((v) => typeof v === "string"))
        return "its metadata holds something that is no text";
      continue;
    }
    const tensor = tensorFault(name, value);
    if (typeof tensor === "string") return tensor;
    stretches.push(tensor);
  }
  let at = 0;
  for (const { name, begin, end } of stretches.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    if (begin !== at) return `${shown(name)} does not begin where the tensor before it ends`;
    at = end;
  }
  return 8 + length + at === bytes.length
    ? null
    : `its tensors end ${bytes.length - 8 - length - at} bytes before the file does`;
}

export const isSafetensors = (bytes: Uint8Array): boolean =>
  (u64(bytes, 0) ?? Number.POSITIVE_INFINITY) <= bytes.length - 8 && bytes[8] === 0x7b;

export function scanSafetensors(scan: Scan, item: Item): void {
  const fault = safetensorsFault(item.bytes);
  if (fault !== null)
    report(scan, "safetensors.broken", item.where, `${item.where} breaks the rules of safetensors: ${fault}.`);
}
