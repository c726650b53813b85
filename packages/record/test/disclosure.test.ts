import fc from "fast-check";
import { expect, test } from "vitest";
import { disclose, disclosureDigest, readDisclosure } from "../src/index.ts";

const salt = "_26bc4LT-ac6q2KI6cBW5es1aGNr";
const wellFormed = fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed());

test("a disclosure tells its name and value, and its digest binds both and the salt", () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, (name, value) => {
      const { digest, encoded } = disclose(salt, name, value);
      expect(readDisclosure(encoded)).toEqual({ name, value });
      expect(disclosureDigest(encoded)).toBe(digest);
      expect(disclose("another-salt", name, value).digest).not.toBe(digest);
      expect(disclose(salt, name, `${value}x`).digest).not.toBe(digest);
    }),
  );
});

test("what is no disclosure is none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readDisclosure(text);
      return read === null || typeof read.value === "string";
    }),
  );
  for (const text of ["", "!!!", "W10", "WyJhIiwiYiJd", "eyJhIjoxfQ"]) expect(readDisclosure(text)).toBeNull();
});
