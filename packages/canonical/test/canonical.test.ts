import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  base64,
  base64url,
  fromBase64,
  fromBase64url,
  fromHex,
  fromUtf8,
  hex,
  jcs,
  jcsBytes,
  leafBytes,
  parseCanonical,
  parseStrict,
  profileProblem,
  utf8,
} from "../src/index.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

describe("encodings", () => {
  test("UTF-8, hexadecimal and base64 are the platform's own, there and back", () => {
    fc.assert(
      fc.property(bytes, fc.string({ unit: "grapheme" }), (b, text) => {
        const buffer = Buffer.from(b);
        expect(hex(b)).toBe(buffer.toString("hex"));
        expect(base64(b)).toBe(buffer.toString("base64"));
        expect(base64url(b)).toBe(buffer.toString("base64url"));
        expect([fromHex(hex(b)), fromBase64(base64(b)), fromBase64url(base64url(b))]).toEqual([b, b, b]);
        expect(Buffer.from(utf8(text)).toString("utf8")).toBe(text);
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
  });

  test("bytes are text exactly when the platform's strict decoder says so", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const decoded = (b: Uint8Array) => {
      try {
        return strict.decode(b);
      } catch {
        return null;
      }
    };
    const near = fc.array(
      fc.constantFrom(
        0x41,
        0x7f,
        0x80,
        0xbf,
        0xc0,
        0xc2,
        0xdf,
        0xe0,
        0xa0,
        0x9f,
        0xed,
        0xef,
        0xbb,
        0xf0,
        0x90,
        0xf4,
        0x8f,
        0xf5,
        0xff,
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          bytes,
          near.map((a) => Uint8Array.from(a)),
        ),
        (b) => {
          expect(fromUtf8(b)).toBe(decoded(b));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each(["A", "AA", "AAA", "AA=A", "AB==", "AAB=", "AA==\n", "A A=", "AA-_", "===="])(
    "%j is no canonical base64",
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );

  test("megabytes of text are read in bounded time", () => {
    const start = performance.now();
    const long = "é".repeat(1_000_000);
    expect(fromUtf8(utf8(long))).toBe(long);
    expect(fromBase64(base64(new Uint8Array(1_000_000)))?.length).toBe(1_000_000);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

describe("canonical JSON", () => {
  test("canonical bytes parse to the same value and are their own canonical form", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseCanonical(jcsBytes(value));
        expect(parsed.ok && jcs(parsed.value)).toBe(jcs(value));
      }),
    );
  });

  test.each([
    ["white space", '{ "a":1}'],
    ["another order", '{"b":1,"a":2}'],
    ["a key twice", '{"a":1,"a":2}'],
    ["a long number", "1.0"],
    ["an escape not needed", '"\\u0041"'],
    ["a lone surrogate", '"\\ud800"'],
    ["minus zero", "-0"],
    ["nothing", ""],
    ["a byte order mark", "\ufeff1"],
  ])("%s is refused", (_, text) => expect(parseCanonical(utf8(text)).ok).toBe(false));

  test("what JSON cannot hold is refused", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const value of [Number.NaN, Infinity, undefined, () => 1, 1n, "\ud800", { "\udc00": 1 }, cycle])
      expect(() => jcs(value)).toThrow(RangeError);
  });

  test("a hostile depth is a problem, not a crash", () => {
    expect(parseStrict(utf8("[".repeat(200_000) + "]".repeat(200_000))).ok).toBe(false);
  });
});

describe("profile of leaves", () => {
  test.each([
    [1.5],
    [2 ** 53],
    [-0],
    [{ A: 1 }],
    [{ "": 1 }],
    [{ ["a".repeat(41)]: 1 }],
    [{ "a-b": 1 }],
    ["\ud800"],
    [undefined],
  ])("%j is outside", (value) => {
    expect(profileProblem(value)).not.toBeNull();
    expect(() => leafBytes(value)).toThrow(RangeError);
  });

  test("a leaf above its limit is refused, one at the limit is not", () => {
    expect(leafBytes("a".repeat(16_382)).length).toBe(16_384);
    expect(() => leafBytes("a".repeat(16_383))).toThrow("more than 16384");
  });
});
