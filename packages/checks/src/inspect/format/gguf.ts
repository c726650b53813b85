import { startsWith, u32, u64, utf8 } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { templateFault } from "./template.ts";

export const isGguf = (bytes: Uint8Array): boolean => startsWith(bytes, "GGUF");

const scalarBytes: Record<number, number> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };
const stringType = 8;
const arrayType = 9;

class Reader {
  readonly bytes: Uint8Array;
  at = 4;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  u32(): number | null {
    this.at += 4;
    return u32(this.bytes, this.at - 4);
  }
  u64(): number | null {
    this.at += 8;
    return u64(this.bytes, this.at - 8);
  }
  text(): string | null {
    const length = this.u64();
    if (length === null || length > 64_000_000 || length > this.bytes.length - this.at) return null;
    this.at += length;
    return utf8(this.bytes.subarray(this.at - length, this.at));
  }
  skip(size: number): boolean {
    this.at += size;
    return this.at <= this.bytes.length;
  }
}

/** Reads one value; texts go to `take`. False where it does not fit the file. */
function value(r: Reader, type: number, take: (text: string) => void): boolean {
  const size = scalarBytes[type];
  if (size !== undefined) return r.skip(size);
  if (type === stringType) {
    const text = r.text();
    if (text !== null) take(text);
    return text !== null;
  }
  const inner = type === arrayType ? r.u32() : null;
  const count = inner === null ? null : r.u64();
  if (inner === null || count === null || inner === arrayType || count > r.bytes.length - r.at) return false;
  const each = scalarBytes[inner];
  if (each !== undefined) return r.skip(each * count);
  for (let i = 0; i < count; i++) if (!value(r, inner, take)) return false;
  return true;
}

function fault(r: Reader, templates: string[]): string | null {
  const version = r.u32();
  const [tensors, pairs] = [r.u64(), r.u64()];
  if (version !== 2 && version !== 3) return "its version is not 2 or 3";
  if (tensors === null || pairs === null || tensors > 1_000_000 || pairs > 1_000_000)
    return "it declares more parts than a model has";
  let alignment = 32;
  for (let i = 0; i < pairs; i++) {
    const key = r.text();
    const type = key === null ? null : r.u32();
    if (key === null || type === null || key.length > 65_535) return "an entry of its metadata cannot be read";
    const before = r.at;
    if (!value(r, type, (text) => (key.includes("chat_template") ? void templates.push(text) : undefined)))
      return "a value of its metadata does not fit the file";
    if (key === "general.alignment") alignment = u32(r.bytes, before) ?? 0;
  }
  if (alignment < 8 || alignment > 4096 || (alignment & (alignment - 1)) !== 0)
    return "its alignment is no power of two from 8 to 4096";
  let last = -1;
  for (let i = 0; i < tensors; i++) {
    const name = r.text();
    const dims = name === null ? null : r.u32();
    if (dims === null || dims > 8) return "a tensor cannot be read";
    let elements = 1;
    for (let d = 0; d < dims; d++) elements *= r.u64() ?? Number.POSITIVE_INFINITY;
    const type = r.u32();
    const offset = r.u64();
    if (type === null || offset === null || !Number.isSafeInteger(elements))
      return "a tensor has more elements than can be counted";
    if (offset % alignment !== 0 || offset <= last) return "a tensor does not lie where the rules put it";
    last = offset;
  }
  const data = Math.ceil(r.at / alignment) * alignment;
  return tensors > 0 && data + last >= r.bytes.length ? "a tensor lies outside the file" : null;
}

/** A GGUF file: structure within bounds, chat templates that only lay out messages. Source: ggml docs/gguf.md. */
export function scanGguf(scan: Scan, item: Item): void {
  const templates: string[] = [];
  const found = fault(new Reader(item.bytes), templates);
  if (found) report(scan, "gguf.broken", item.where, `${item.where} breaks the rules of GGUF: ${found}.`);
  for (const template of templates) {
    const does = templateFault(template);
    if (does) report(scan, "template.unsafe", item.where, `${item.where} has a chat template that ${does}.`);
  }
}
