import type { Changed, ReviewView, SectionView } from "@countersign/domain";
import { english } from "@countersign/words";
import { expect, test } from "vitest";
import { foldedCount, sectionChange, shownOf, unchangedSince } from "../src/review/since.ts";

const at = "2026-11-19T10:00:00.000Z";
const section = (name: string, carried: boolean): SectionView => ({
  section: name,
  sha256: "a",
  reviewedByYou: carried,
  changedSinceYourMark: !carried,
  carried: carried ? { round: 1, at } : null,
  reviewers: [],
});
const view = (changed: Partial<Changed> | null): Pick<ReviewView, "since" | "sections"> => ({
  since: changed && {
    round: 1,
    at,
    changed: { metrics: 0, checks: 0, data: 0, documents: 0, base: false, ...changed },
  },
  sections: [section("checks", false), section("changes", true), section("data", true), section("documents", false)],
});

test("whoever reviews again begins with what changed, and asks for everything by the address; others see everything", () => {
  expect(["changed", undefined, ["all", "all"], "all"].map((asked) => shownOf(view({}), asked))).toEqual([
    "changed",
    "changed",
    "changed",
    "all",
  ]);
  expect(["changed", undefined, "all"].map((asked) => shownOf(view(null), asked))).toEqual(["all", "all", "all"]);
});

test("a section is folded where its own mark carried over, and never one that nobody marked", () => {
  expect(unchangedSince(view({}), "data")).toEqual({ round: 1, at });
  expect(unchangedSince(view({}), "documents")).toBeNull();
  expect(foldedCount(view({}))).toBe(2);
  expect(foldedCount(view(null))).toBe(0);
});

test("the comparison with production stands in full where a figure in it may have moved", () => {
  expect(unchangedSince(view({}), "changes")).not.toBeNull();
  expect(unchangedSince(view({ metrics: 1 }), "changes")).toBeNull();
  expect(unchangedSince(view({ checks: 1 }), "changes")).toBeNull();
});

test("a section says in figures what changed in it, and nothing of the others", () => {
  const changed = view({ metrics: 2, checks: 1, documents: 1, base: true });
  expect(sectionChange(english, changed, "checks")).toBe("2 metrics, 1 check");
  expect(sectionChange(english, changed, "documents")).toBe("1 document");
  expect(sectionChange(english, changed, "changes")).toBe("the version that it is compared with");
  expect(sectionChange(english, changed, "data")).toBeNull();
});
