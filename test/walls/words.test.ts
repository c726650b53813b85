import { acts, tables } from "@countersign/record";
import { speaker } from "@countersign/words";
import { german } from "@countersign/words/de";
import { describe, expect, test } from "vitest";
import { argumentsOf, gaps, scan } from "./words.ts";

const found = gaps(scan());

describe("every text is said, and said in German", () => {
  test("nothing is shown without being said", () => expect(found.unsaid).toEqual([]));
  test("no English lacks its German", () => expect(found.missing).toEqual([]));
  test("no German has other placeholders than its English", () => expect(found.differing).toEqual([]));
  test("no German is left over", () => expect(found.unused).toEqual([]));
  test("what the browser says is sent to it", () => expect(found.notInBrowser).toEqual([]));
  test("every table, column and field of the record has its German name", () => {
    const names = [
      ...Object.entries(tables).flatMap(([table, { columns }]) => [table, ...Object.keys(columns)]),
      ...Object.values(acts).flatMap(({ keeps }) => keeps),
    ].map((name) => name.replaceAll("_", " "));
    expect([...new Set(names)].filter((name) => !(`=${name}` in german))).toEqual([]);
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
