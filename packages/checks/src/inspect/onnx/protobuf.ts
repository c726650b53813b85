/** One field of a message: a number (varint, fixed) or a stretch of bytes. */
export interface Field {
  number: number;
  /** 0 varint, 1 64 bits, 2 bytes, 5 32 bits. */
  wire: number;
  /** Value of a varint, signed as int64; 0 otherwise. */
  value: number;
  start: number;
  end: number;
}

/** A varint as int64, in a double; what a double cannot hold exactly comes out rounded. Null where it runs past the end. */
export function varint(b: Uint8Array, at: number, end: number): { value: number; next: number } | null {
  let value = 0;
  let scale = 1;
  for (let i = 0; i < 10; i++) {
    const byte = at + i < end ? b[at + i] : undefined;
    if (byte === undefined) return null;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 128) return { value: value >= 2 ** 63 ? value - 2 ** 64 : value, next: at + i + 1 };
  }
  return null;
}

/**
 * Fields of the message in `b[start, end)`, in order. The generator returns false where the bytes are no message:
 * a length past the end, field 0, a group (wire types 3 and 4 are not used by proto3 files).
 */
export function* fields(b: Uint8Array, start: number, end: number): Generator<Field, boolean> {
  let at = start;
  while (at < end) {
    const tag = varint(b, at, end);
    if (!tag || tag.value < 8 || tag.value > 0xffffffff) return false;
    const number = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    at = tag.next;
    if (wire === 0) {
      const v = varint(b, at, end);
      if (!v) return false;
      yield { number, wire, value: v.value, start: at, end: v.next };
      at = v.next;
    } else {
      const length = wire === 2 ? varint(b, at, end) : null;
      const from = length?.next ?? at;
      const size = wire === 2 ? (length?.value ?? -1) : wire === 1 ? 8 : wire === 5 ? 4 : -1;
      if (size < 0 || size > end - from) return false;
      yield { number, wire, value: 0, start: from, end: from + size };
      at = from + size;
    }
  }
  return true;
}
