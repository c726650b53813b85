import { z } from "zod";

const tensor = z.strictObject({ dtype: z.string(), shape: z.array(z.int().min(0)).max(64), data_offsets: z.tuple([z.int().min(0), z.int().min(0)]) });
const bits: Record<string, number> = { F64: 64, I64: 64, U64: 64, F32: 32, I32: 32, U32: 32, F16: 16, BF16: 16, I16: 16, U16: 16, I8: 8, U8: 8, BOOL: 8, F8_E4M3: 8, F8_E5M2: 8, F8_E8M0: 8, F4: 4, C64: 64 };
const headerMax = 100_000_000;

/** Null for a well-formed safetensors file; a sentence for a malformed one; `not_safetensors` for something else. */
export function safetensorsProblem(bytes: Uint8Array): string | null {
  if (bytes.length < 10) return "not_safetensors";
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (bytes[8] !== 0x7b || length > headerMax || length < 2) return "not_safetensors";
  if (8 + length > bytes.length) return "its header reaches beyond the file";
  let header: Record<string, unknown>;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(8, 8 + length))) as Record<string, unknown>;
  } catch {
    return "its header is not JSON";
  }
  const spans: [number, number][] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    const parsed = tensor.safeParse(value);
    if (!parsed.success) return `the tensor ${name} is not described as the format asks`;
    const { dtype, shape, data_offsets: [begin, end] } = parsed.data;
    const width = bits[dtype];
    if (width === undefined) return `the tensor ${name} has the unknown type ${dtype}`;
    const size = (shape.reduce((product, side) => product * side, 1) * width) / 8;
    if (end - begin !== size) return `the tensor ${name} has ${end - begin} bytes where its shape asks for ${size}`;
    spans.push([begin, end]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  let at = 0;
  for (const [begin, end] of spans) {
    if (begin !== at) return "its tensors leave holes or overlap";
    at = end;
  }
  return 8 + length + at === bytes.length ? null : "it has bytes that belong to no tensor";
}
