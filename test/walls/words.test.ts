import { acts, tables } from "@countersign/record";
import { english, languageWanted, speaker } from "@countersign/words";
import { german } from "@countersign/words/de";
import { describe, expect, test } from "vitest";
import { argumentsOf, gaps, scan } from "./words.ts";

const found = gaps(scan());

describe("every text is said, and said in German", () => {
  test("no German has other placeholders than its English", () => expect(found.differing).toEqual([]));
  test("no German is left over", () => expect(found.unused).toEqual([]));
  test("what the browser says is sent to it", () => expect(found.notInBrowser).toEqual([]));
  test("every table, column and field of the record has its German name", () => {
    const names = [
      ...Object.entries(tables).flatMap(([table, { columns }]) => [table, ...Object.keys(columns)]),
      ...Object.values(acts).flatMap(({ keeps }) => keeps),
    ].map((name) => name.replaceAll("_", " "));
    expect([...new Set(names)].filter((name) => !(name in german))).toEqual([]);
  });
  test("every German message can be said", () => {
    const say = speaker("de", "UTC", german);
    for (const message of Object.keys(german)) {
      const values = Object.fromEntries(
        argumentsOf(message)
          .split(" ")
          .filter((name) => !name.startsWith("<"))
          .map((name) => [name, 2]),
      );
      const tags = Object.fromEntries(
        [...message.matchAll(/<(\w+)>/g)].map(([, name]) => [name, (inside: unknown[]) => inside.join("")]),
      );
      expect(say.parts(message, { ...values, ...tags }).join("")).not.toMatch(/[{}]/);
    }
  });
});

describe("say", () => {
  test("English stands where a catalogue has nothing", () =>
    expect(speaker("de")("{n, plural, one {# check} other {# checks}}", { n: 1 })).toBe("1 check"));
  test("a missing value is a fault, not a gap in a sentence", () => expect(() => english("{who} signed")).toThrow());
  test("the strange English keeps what it is given", () =>
    expect(speaker("en-XA")("{who} signed", { who: "Priya" })).toMatch(/^⟦Priya šíĝñéð [ ~]+⟧$/));
  test("the browser's first language that is spoken here, by weight", () => {
    expect(languageWanted("fr, de-AT;q=0.8, en;q=0.5")).toBe("de");
    expect(languageWanted("de;q=0.2, en;q=0.5")).toBe("en");
    expect(languageWanted("de;q=0")).toBe("en");
    expect(languageWanted(null)).toBe("en");
  });
});
