import { join } from "node:path";
import { fromHex, hex, jcs } from "@countersign/canonical";
import { emptyRange, isRange, rangeRoot, type CompactRange } from "@countersign/tlog";
import { NotaryRefusal } from "./refusal.ts";
import { readIfThere, writeWhole } from "./write-file.ts";

/**
 * The high-water mark: the largest tree this notary has agreed to sign, kept outside the database.
 * A database that was restored or rewritten cannot take it along.
 */
export class Mark {
  readonly #path: string;
  readonly #origin: string;
  #range: CompactRange;

  private constructor(path: string, origin: string, range: CompactRange) {
    this.#path = path;
    this.#origin = origin;
    this.#range = range;
  }

  get range(): CompactRange {
    return this.#range;
  }

  /** Reads the mark; `first`: makes the empty one where none stands. Null where none stands and none is made. */
  static async open(folder: string, origin: string, first: boolean): Promise<Mark | null> {
    const path = join(folder, "mark.json");
    const found = await readIfThere(path);
    if (found) return new Mark(path, origin, parse(found.toString("utf8"), origin));
    if (!first) return null;
    await writeWhole(path, format(emptyRange, origin), 0o600);
    return new Mark(path, origin, emptyRange);
  }

  /** Reads the mark again: while this process waited for the lead, the one before it may have moved it. */
  async reload(): Promise<void> {
    const found = await readIfThere(this.#path);
    if (!found)
      throw new NotaryRefusal("LOG_ROLLBACK", "mark.json is gone. Restore it from the copy kept outside this machine.");
    this.#range = parse(found.toString("utf8"), this.#origin);
  }

  /** Moves the mark on, if it still is what this process last saw: a second signer on this folder is found here. */
  async advance(next: CompactRange): Promise<void> {
    const found = (await readIfThere(this.#path))?.toString("utf8");
    if (found !== format(this.#range, this.#origin)) {
      throw new NotaryRefusal(
        "LOG_FORK",
        "another process has moved the high-water mark. Only one notary may use this folder.",
      );
    }
    await writeWhole(this.#path, format(next, this.#origin), 0o600);
    this.#range = next;
  }
}

const format = (range: CompactRange, origin: string): string =>
  `${jcs({ origin, size: range.size, root: hex(rangeRoot(range)), range: range.hashes.map(hex) })}\n`;

function parse(text: string, origin: string): CompactRange {
  try {
    const value = JSON.parse(text) as { size: number; range: string[] };
    const range = { size: value.size, hashes: value.range.map((hash) => fromHex(hash) ?? new Uint8Array()) };
    // Written back it must be the very same text: a mark of another log, or a damaged one, is not.
    if (isRange(range) && format(range, origin) === text) return range;
  } catch {
    // Falls through to the one answer for every damage.
  }
  throw new NotaryRefusal(
    "LOG_ROLLBACK",
    `mark.json is damaged or belongs to another log than ${origin}. Restore it from the copy kept outside this machine.`,
  );
}
