import { expect, test } from "vitest";
import { useAndLimits } from "../src/index.ts";

const texts = (part: ReturnType<typeof useAndLimits>["use"]): string[] | undefined =>
  part?.blocks.map(({ text }) => text);

test("use, what it is not for and limits are read under their titles, in the card's own words", () => {
  const found = useAndLimits(`# Retail credit PD, for the use case of loans

> Demonstration material.

**Owner:** Amara Osei.

## Purpose

A score below \`0.20\` is **approved**;
the others go to [a person](https://example.org).

## Out of scope

Pricing. Collections.

## Limitations

- Trained on accepted applications only.
- Not for business loans.
- The region \`isles\` is too small,
  as it was before.

## Data

Limited to one year.
`);
  expect(texts(found.use)).toEqual(["A score below 0.20 is approved; the others go to a person."]);
  expect(texts(found.notFor)).toEqual(["Pricing. Collections.", "Not for business loans."]);
  expect(texts(found.limits)).toEqual([
    "Trained on accepted applications only.",
    "The region isles is too small, as it was before.",
  ]);
  expect(found.use?.blocks[0]?.kind).toBe("text");
  expect(found.limits?.blocks.every(({ kind }) => kind === "item")).toBe(true);
});

test("parts of a section belong to it, with their names; an unintended use is none", () => {
  const found = useAndLimits(`
Intended use
------------
### Primary intended uses
Triage by a doctor.
### Unintended uses
Diagnosis.
## Caveats
### Skin tones
Few dark ones.
- **Age.** Nobody under 18.
`);
  expect(texts(found.use)).toEqual(["Triage by a doctor."]);
  expect(texts(found.notFor)).toEqual(["Diagnosis."]);
  expect(texts(found.limits)).toEqual(["Skin tones: Few dark ones.", "Age: Nobody under 18."]);
});

test("lead-ins count as titles, and limits as limitations", () => {
  const found = useAndLimits(
    "# A model\n\n**Purpose.** Supports the officer.\n\n**Limits.** Two years of data.\n\n**Rollback.** None.\n",
  );
  expect(texts(found.use)).toEqual(["Supports the officer."]);
  expect(texts(found.limits)).toEqual(["Two years of data."]);
});

test("what a card says nothing on is null, not a guess from other sections", () => {
  expect(useAndLimits("# Purpose of this model\n\nIt is called so.\n")).toEqual({
    use: null,
    notFor: null,
    limits: null,
  });
  expect(useAndLimits("## Purpose\n\n---\n\n## Metrics\n\nGini 0.6, not for sale.\n")).toEqual({
    use: null,
    notFor: null,
    limits: null,
  });
  expect(useAndLimits("")).toEqual({ use: null, notFor: null, limits: null });
});

test("a long card is cut, and says that there is more", () => {
  const many = useAndLimits(`## Limitations\n\n${"- One of many.\n".repeat(40)}`).limits;
  expect(many?.blocks.length).toBeLessThan(40);
  expect(many?.more).toBe(true);
  const long = useAndLimits(`## Purpose\n\n${"words ".repeat(1000)}\n`).use;
  expect(long?.blocks[0]?.text.length).toBeLessThan(1600);
  expect(long?.more).toBe(true);
  expect(useAndLimits("## Purpose\n\nShort.\n").use?.more).toBe(false);
});

test("a card made to take long is read as any other", () => {
  const hostile = [
    "[".repeat(50_000),
    `# ${" ".repeat(50_000)}x`,
    `**${" ".repeat(50_000)}x`,
    `${"**a ".repeat(12_000)}`,
  ];
  expect(texts(useAndLimits(`${hostile.join("\n")}\n## Purpose\nLoans.\n${hostile.join("\n")}`).use)?.[0]).toMatch(
    /^Loans\./,
  );
});
