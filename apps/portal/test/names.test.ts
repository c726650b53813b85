import { expect, test } from "vitest";
import { spans } from "../src/model/names.ts";

test.each([
  [[], ""],
  [[3], "3"],
  [[1, 2], "1, 2"],
  [[1, 2, 3, 4, 6], "1–4, 6"],
  [[1, 3, 4, 7, 8, 9], "1, 3, 4, 7–9"],
])("versions %j are named as %s", (numbers, said) => {
  expect(spans(numbers)).toBe(said);
});
