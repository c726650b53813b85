import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeShared } from "../../../test/shared.ts";
import { jcsBytes, utf8 } from "../src/index.ts";

describeShared("RFC 8785 vectors", ["data", "vectors", "jcs", "testdata"], (folder) => {
  const names = readdirSync(join(folder, "input"));

  test("the vectors are there", () => expect(names.length).toBeGreaterThanOrEqual(6));

  test.each(names)("%s becomes the published canonical bytes", (name) => {
    const expected = readFileSync(join(folder, "output", name));
    const value: unknown = JSON.parse(readFileSync(join(folder, "input", name), "utf8"));
    expect(Buffer.from(jcsBytes(value)).toString("hex")).toBe(expected.toString("hex"));
    expect(Buffer.from(utf8(expected.toString("utf8")))).toEqual(expected);
  });
});
