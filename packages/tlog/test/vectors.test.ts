import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeShared } from "../../../test/shared.ts";
import {
  appendHashes,
  decodeEntries,
  emptyRange,
  emptyRoot,
  extendTiles,
  leafHash,
  parseVkey,
  rangeRoot,
  tilePath,
  tileSubtrees,
  treeRoot,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
  type TileId,
} from "../src/index.ts";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));
const list = (proof: string[] | null): Uint8Array[] => (proof ?? []).map(bytes);

function cases<T>(folder: string): (T & { file: string; wantErr: boolean })[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, ...(JSON.parse(readFileSync(join(folder, file), "utf8")) as T & { wantErr: boolean }) }));
}

describeShared("published RFC 6962 proofs", ["data", "vectors", "rfc6962-merkle", "testdata"], (folder) => {
  const inclusion = cases<{
    leafIdx: number;
    treeSize: number;
    root: string;
    leafHash: string;
    proof: string[] | null;
  }>(join(folder, "inclusion"));
  const consistency = cases<{ size1: number; size2: number; root1: string; root2: string; proof: string[] | null }>(
    join(folder, "consistency"),
  );

  test("all 196 are there, good and bad", () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
    expect([...inclusion, ...consistency].some((c) => !c.wantErr)).toBe(true);
  });

  test.each(inclusion)("inclusion $file", (c) => {
    const verified = verifyInclusion({
      index: c.leafIdx,
      size: c.treeSize,
      leaf: bytes(c.leafHash),
      proof: list(c.proof),
      root: bytes(c.root),
    });
    expect(verified).toBe(!c.wantErr);
  });

  test.each(consistency)("consistency $file", (c) => {
    const verified = verifyConsistency({
      size1: c.size1,
      size2: c.size2,
      root1: bytes(c.root1),
      root2: bytes(c.root2),
      proof: list(c.proof),
    });
    expect(verified).toBe(!c.wantErr);
  });
});

/** Public key that the log's own project publishes with it. */
const vkeyText = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

describeShared(
  "a log written by another implementation",
  ["data", "vectors", "tessera-log", "testdata", "log"],
  (folder) => {
    const sizes = readdirSync(folder)
      .filter((name) => /^checkpoint\.\d+$/.test(name))
      .map((name) => Number(name.slice(11)))
      .toSorted((a, b) => a - b);

    test("its checkpoints are there", () => expect(sizes.length).toBeGreaterThanOrEqual(5));

    test.each(sizes)("size %i: signature, root from entries, tile and proofs agree", (size) => {
      const parsed = parseVkey(vkeyText);
      if (!parsed.ok) throw new Error(parsed.problem);
      const verified = verifyCheckpoint(readFileSync(join(folder, `checkpoint.${size}`), "utf8"), parsed.key);
      if (!verified.ok) throw new Error(verified.problem);
      expect(verified.checkpoint.size).toBe(size);
      const read = (level: TileId["level"]): Uint8Array | null => {
        try {
          return new Uint8Array(readFileSync(join(folder, tilePath({ level, n: 0, width: size }))));
        } catch {
          return null;
        }
      };
      if (size === 0) return expect(verified.checkpoint.root).toEqual(emptyRoot());
      const entries = decodeEntries(read("entries") ?? new Uint8Array(), size);
      if (!entries) throw new Error("the entry bundle does not parse");
      const leaves = entries.map(leafHash);
      const tile = read(0);
      expect(rangeRoot(appendHashes(emptyRange, leaves))).toEqual(verified.checkpoint.root);
      expect(extendTiles(0, [], leaves)).toEqual([{ level: 0, n: 0, hashes: tile }]);
      expect(
        treeRoot(
          size,
          tileSubtrees(() => tile),
        ),
      ).toEqual(verified.checkpoint.root);
    });
  },
);
