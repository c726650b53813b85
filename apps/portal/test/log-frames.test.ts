import fc from "fast-check";
import { expect, test } from "vitest";
import { FrameReader, frames, headBytes } from "../src/trail/log-frames.ts";

const entry = fc.record({
  hash: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 })),
  leaf: fc.option(fc.uint8Array({ maxLength: 300 })),
});
type Entry = Parameters<typeof frames>[0][number];

/** The bytes in pieces of a size, as a network gives them. */
const streamed = (bytes: Uint8Array, piece: number): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += piece) controller.enqueue(bytes.slice(at, at + piece));
      controller.close();
    },
  });

async function read(bytes: Uint8Array, piece: number): Promise<{ checkpoints: string[]; entries: Entry[] }> {
  const reader = new FrameReader(streamed(bytes, piece));
  const { checkpoints } = await reader.head();
  const entries: Entry[] = [];
  for (let next = await reader.entry(); next; next = await reader.entry())
    entries.push({ hash: next.hash?.slice() ?? null, leaf: next.leaf?.slice() ?? null });
  return { checkpoints, entries };
}

const joined = (checkpoints: string[], entries: Entry[]): Uint8Array =>
  Uint8Array.from([...headBytes({ checkpoints }), ...frames(entries)]);

test("what is sent is read, however the network cuts it", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string()),
      fc.array(entry),
      fc.integer({ min: 1, max: 400 }),
      async (notes, sent, piece) => {
        expect(await read(joined(notes, sent), piece)).toEqual({ checkpoints: notes, entries: sent });
      },
    ),
  ));

test("what is cut off in the middle is not taken for an end", async () => {
  const bytes = joined(["note"], [{ hash: new Uint8Array(32), leaf: new Uint8Array(10) }]);
  for (let length = 0; length < bytes.length; length++) {
    if (length === headBytes({ checkpoints: ["note"] }).length) continue;
    await expect(read(bytes.slice(0, length), 7), String(length)).rejects.toThrow();
  }
});
