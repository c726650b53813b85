import { type Item, report, type Scan, spend } from "../scan.ts";

/** Bytes of the values that have a fixed size, by marker (UBJSON draft 12). */
const sizes: Record<string, number> = { Z: 0, T: 0, F: 0, N: 0, i: 1, U: 1, C: 1, I: 2, l: 4, d: 4, L: 8, D: 8 };

interface Open {
  object: boolean;
  /** Marker of all values, where the container says it once. */
  type: string | null;
  /** Values still to come, where the container says how many. */
  left: number | null;
}

class Unreadable extends Error {}

class Reader {
  at = 0;
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  peek(): string {
    return String.fromCharCode(this.bytes[this.at] ?? 0);
  }

  marker(): string {
    const found = this.peek();
    this.skip(1);
    return found;
  }

  skip(n: number): void {
    if (!(n >= 0 && n <= this.bytes.length - this.at)) throw new Unreadable();
    this.at += n;
  }

  /** A length: a whole number with its own marker. */
  length(): number {
    const marker = this.marker();
    const from = this.at;
    if (!"iUIlL".includes(marker)) throw new Unreadable();
    this.skip(sizes[marker] ?? 0);
    const n =
      marker === "i"
        ? this.#view.getInt8(from)
        : marker === "U"
          ? this.#view.getUint8(from)
          : marker === "I"
            ? this.#view.getInt16(from)
            : marker === "l"
              ? this.#view.getInt32(from)
              : Number(this.#view.getBigInt64(from));
    if (n < 0) throw new Unreadable();
    return n;
  }

  open(object: boolean): Open {
    let type: string | null = null;
    if (this.peek() === "$") {
      this.skip(1);
      type = this.marker();
    }
    if (this.peek() !== "#") {
      if (type !== null) throw new Unreadable();
      return { object, type, left: null };
    }
    this.skip(1);
    return { object, type, left: this.length() };
  }
}

/** Reads one value; what it opens is answered. Whole arrays of numbers are skipped at once. */
function value(reader: Reader, marker: string): Open | null {
  if (marker === "S" || marker === "H") reader.skip(reader.length());
  else if (marker === "[" || marker === "{") {
    const made = reader.open(marker === "{");
    const size = made.type === null ? undefined : sizes[made.type];
    if (made.object || made.left === null || size === undefined) return made;
    reader.skip(size * made.left);
  } else if (sizes[marker] === undefined || marker === "N") throw new Unreadable();
  else reader.skip(sizes[marker]);
  return null;
}

function walk(reader: Reader, step: () => boolean): boolean {
  reader.skip(1);
  const stack: Open[] = [reader.open(true)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    if (!step()) return false;
    if (top.left === 0) stack.pop();
    else if (top.left === null && reader.peek() === (top.object ? "}" : "]")) {
      reader.skip(1);
      stack.pop();
    } else {
      if (top.left !== null) top.left--;
      if (top.object) reader.skip(reader.length());
      const opened = value(reader, top.type ?? reader.marker());
      if (opened) stack.push(opened);
    }
  }
  return reader.at === reader.bytes.length;
}

export const isUbjson = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x7b && "iUIlL$#}".includes(String.fromCharCode(bytes[1] ?? 0));

/** UBJSON, as XGBoost keeps its models: numbers and texts by name, nothing that runs. It must be one object from the first byte to the last. */
export function scanUbjson(scan: Scan, item: Item): void {
  let whole = false;
  let steps = 0;
  try {
    whole = walk(new Reader(item.bytes), () => ++steps % 1000 !== 0 || spend(scan, 1000, item.where));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  if (!whole)
    report(
      scan,
      "ubjson.unreadable",
      item.where,
      `${item.where} begins as UBJSON and cannot be read to its end as such, so it counts as unsafe.`,
    );
}
