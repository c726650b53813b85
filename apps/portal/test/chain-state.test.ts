import { expect, test } from "vitest";
import { chainState } from "../src/trail/chain-state.ts";

test("the line is whole before the break, cut at it, and after it nothing is judged", () => {
  const found = { at: 100, intact: 100 };
  expect([102, 101, 100, 99, 0].map((idx) => chainState(found, idx, idx))).toEqual([
    "after",
    "after",
    "cut",
    "whole",
    "whole",
  ]);
  // A row of many is cut where one of them is.
  expect([chainState(found, 103, 98), chainState(found, 99, 90), chainState(found, 120, 101)]).toEqual([
    "cut",
    "whole",
    "after",
  ]);
});

test("what no checkpoint that holds covers is not called whole, though the entry itself fits", () => {
  expect([89, 90, 99].map((idx) => chainState({ at: 100, intact: 90 }, idx, idx))).toEqual(["whole", "after", "after"]);
  expect([0, 500].map((idx) => chainState({ at: null, intact: 0 }, idx, idx))).toEqual(["after", "after"]);
});

test("without a finding every entry of the tree is on the line, and what waits for the notary is not yet", () => {
  expect([chainState(null, 5, 5), chainState(null, null, null), chainState(null, null, 4)]).toEqual([
    "whole",
    "waiting",
    "waiting",
  ]);
  expect(chainState({ at: 1, intact: 1 }, null, null)).toBe("after");
});
