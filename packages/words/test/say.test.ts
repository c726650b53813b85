import { describe, expect, test } from "vitest";
import { dueText, english, languageWanted, momentText, speaker } from "../src/index.ts";

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

describe("moments", () => {
  test.each([
    ["en", "UTC", "2026-11-25T09:20:00Z", "Wed 25 Nov 2026, 09:20 UTC"],
    ["en", "Europe/Berlin", "2026-11-25T23:20:00Z", "Thu 26 Nov 2026, 00:20 UTC+1"],
    ["en", "Europe/Berlin", "2026-07-25T09:20:00Z", "Sat 25 Jul 2026, 11:20 UTC+2"],
    ["en", "Asia/Kolkata", "2026-11-25T09:20:00Z", "Wed 25 Nov 2026, 14:50 UTC+5:30"],
    ["de", "Europe/Berlin", "2026-11-25T09:20:00Z", "Mi 25. Nov 2026, 10:20 UTC+1"],
  ] as const)("%s in %s: %s is %s", (language, zone, iso, text) =>
    expect(momentText(speaker(language, zone), iso)).toBe(text),
  );
  test("how long there is", () =>
    expect([-2, -1, 0, 1, 2].map((left) => dueText(english, left))).toEqual([
      "2 days late",
      "1 day late",
      "today",
      "in 1 day",
      "in 2 days",
    ]));
});
