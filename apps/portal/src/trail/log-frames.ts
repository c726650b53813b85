/**
 * How the whole log goes to the browser: a length and that much JSON with the checkpoints, then for each entry whether it
 * has a hash and bytes, the hash (32 bytes), and a length with that many bytes. Lengths are 32 bits, the highest first.
 */
interface Head {
  checkpoints: string[];
}
interface Entry {
  hash: Uint8Array | null;
  leaf: Uint8Array | null;
}

const [hasHash, hasLeaf] = [1, 2];

export function headBytes(head: Head): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(4 + json.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  return bytes;
}

export function frames(entries: readonly Entry[]): Uint8Array {
  const sizes = entries.map(({ hash, leaf }) => 1 + (hash ? 32 : 0) + (leaf ? 4 + leaf.length : 0));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { hash, leaf } of entries) {
    bytes[at++] = (hash ? hasHash : 0) | (leaf ? hasLeaf : 0);
    if (hash) bytes.set(hash, at);
    at += hash ? 32 : 0;
    if (!leaf) continue;
    view.setUint32(at, leaf.length);
    bytes.set(leaf, at + 4);
    at += 4 + leaf.length;
  }
  return bytes;
}

/** Reads the same back as it comes; a stream that is cut off in the middle of something throws. */
export class FrameReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  async head(): Promise<Head> {
    const json = await this.#take(await this.#length());
    return JSON.parse(new TextDecoder().decode(json)) as Head;
  }

  /** The next entry, or null at the end. The bytes are good until the next is asked for. */
  async entry(): Promise<Entry | null> {
    if (this.#at === this.#bytes.length && !(await this.#more())) return null;
    const [kind = 0] = await this.#take(1);
    const hash = kind & hasHash ? await this.#take(32) : null;
    return { hash, leaf: kind & hasLeaf ? await this.#take(await this.#length()) : null };
  }

  async #length(): Promise<number> {
    const bytes = await this.#take(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  }

  async #take(size: number): Promise<Uint8Array> {
    while (this.#bytes.length - this.#at < size)
      if (!(await this.#more())) throw new Error("the log was cut off on the way");
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read();
    if (done) return false;
    const rest = this.#bytes.subarray(this.#at);
    const joined = new Uint8Array(rest.length + value.length);
    joined.set(rest);
    joined.set(value, rest.length);
    this.#bytes = joined;
    this.#at = 0;
    return true;
  }
}
