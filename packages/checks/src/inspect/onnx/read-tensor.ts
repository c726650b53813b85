import { utf8 } from "../bytes.ts";
import { type Cursor, texts, walk } from "./cursor.ts";
import { varint } from "./protobuf.ts";
import type { OnnxTensor } from "./types.ts";

const keptInts = 64;

/** Appends a repeated int64 field, packed or not. */
export function takeInts(
  c: Cursor,
  field: { wire: number; value: number; start: number; end: number },
  into: number[],
): void {
  if (field.wire === 0) {
    if (into.length <= keptInts) into.push(field.value);
    return;
  }
  for (let at = field.start; at < field.end && into.length <= keptInts;) {
    const v = varint(c.bytes, at, field.end);
    if (!v) return;
    into.push(v.value);
    at = v.next;
  }
}

function rawInts(c: Cursor, raw: { start: number; end: number }): number[] {
  const view = new DataView(c.bytes.buffer, c.bytes.byteOffset + raw.start, raw.end - raw.start);
  return Array.from({ length: Math.floor(view.byteLength / 8) }, (_, i) => Number(view.getBigInt64(i * 8, true)));
}

/** A TensorProto: shape, type and where its values stand. Values themselves are read only of small int64 tensors. */
export function readTensor(c: Cursor, start: number, end: number): OnnxTensor {
  const out: OnnxTensor = { name: "", dims: [], type: 0, raw: null, typed: false, external: null, ints: null };
  const typedInts: number[] = [];
  let external = false;
  walk(c, start, end, (f) => {
    if (f.number === 1) takeInts(c, f, out.dims);
    else if (f.number === 2) out.type = f.value;
    else if (f.number === 8) out.name = utf8(c.bytes.subarray(f.start, f.end)) ?? "";
    else if (f.number === 9) out.raw = { start: f.start, end: f.end };
    else if (f.number === 7) takeInts(c, f, typedInts);
    else if (f.number === 13) out.external = { ...out.external, ...entry(c, f.start, f.end) };
    else if (f.number === 14) external = f.value === 1;
    if ([4, 5, 6, 7, 10, 11].includes(f.number)) out.typed = true;
  });
  if (external) out.external ??= {};
  if (out.type === 7 && out.raw && out.raw.end - out.raw.start <= keptInts * 8) out.ints = rawInts(c, out.raw);
  else if (out.type === 7 && typedInts.length > 0 && typedInts.length <= keptInts) out.ints = typedInts;
  return out;
}

function entry(c: Cursor, start: number, end: number): Record<string, string> {
  const [key = "", value = ""] = texts(c, start, end, [1, 2]);
  return { [`${key}`]: value };
}
