import { parseCanonical, utf8 } from "@countersign/canonical";
import { decodeLeaf, readZip } from "@countersign/record";
import { parseProof, parseVkey, verifyNote } from "@countersign/tlog";
import { phrase, speaker } from "@countersign/words";
import { german } from "@countersign/words/de";
import { describe, expect, test } from "vitest";
import { examine, tell, told } from "../src/index.ts";

const say = speaker("de", "UTC", german);

describe("what was found is said in a language", () => {
  test("its steps, its places and its sentences with their details", () => {
    const { discrepancies, steps } = told(examine(utf8("Dear auditor"), { trust: ["none"] }), say);
    expect(discrepancies).toEqual([
      {
        code: "no_trusted_key",
        step: "V0",
        where: "none",
        text: "Es wurde kein Schlüssel angegeben, dem zu vertrauen ist, oder er ist kein Schlüssel zum Verifizieren: nicht in der Form Name+Kennung+Schlüssel.",
      },
      {
        code: "container",
        step: "V1",
        where: "der Datei",
        text: expect.stringMatching(/^Das Archiv hat nicht die Form eines Nachweispakets: .+\.$/),
      },
    ]);
    expect(steps[0]?.does).toMatch(/^Vertrauen kommt von außen/);
  });

  test("a detail within a detail, and names as they are recorded, whatever stands in them", () => {
    const detail = phrase("{role} for {person}: {problem}", {
      role: "validator",
      person: "{n, plural, <b>",
      problem: phrase("{before} becomes {after}", { before: "pending", after: "active" }),
    });
    expect(tell(say, detail)).toBe("validator für {n, plural, <b>: pending wird zu active");
  });

  test("what the packages below could not read is found again by its form; what is not known is told as it is", () => {
    const problems = [
      parseVkey("none"),
      parseVkey("log+00000000+AAAA"),
      parseProof("none"),
      parseProof("none\n\nnone"),
      verifyNote("log\n", []),
      verifyNote("log\n\n", []),
      parseCanonical(utf8("{ }")),
      parseCanonical(utf8("{")),
      parseCanonical(Uint8Array.of(255)),
      decodeLeaf(utf8("[]")),
      decodeLeaf(utf8('{"a":1}')),
      readZip(new Uint8Array(9), { members: 1, bytes: 8 }),
      readZip(new Uint8Array(8), { members: 1, bytes: 8 }),
    ].map((answer) => (answer.ok ? "" : answer.problem));
    expect(problems.filter((problem) => tell(say, { problem }) === problem)).toEqual([]);
    expect(tell(say, { problem: "not signed by log.example" })).toBe("nicht von log.example signiert");
    expect(tell(say, { problem: "claimed_at" })).toBe("claimed_at");
  });
});
