import { readFileSync } from "node:fs";
import { expect, test } from "./support/journey.ts";
import { plans, reviewOf } from "./support/routes.ts";
import type { Ready } from "./support/product.ts";
import { walkByTab } from "./support/look.ts";
import { skeleton } from "./support/tree.ts";

// Nothing here changes what the other journeys see; by its name it comes before them, and sees the demo as it was told.
test.describe.configure({ mode: "parallel" });

/** The pages where most work is done, and who does it there. */
const keyPages = [
  "/sign-in",
  "/inbox",
  "/models",
  "/models/[key]",
  "/models/[key]/compare/[pair]",
  "/reviews/[id]",
  "/policies/[key]",
  "/audit",
  "/verify",
];

for (const route of keyPages) {
  const name = route === "/" ? "home" : route.slice(1).replaceAll(/[[\]]/gu, "").replaceAll("/", "-");
  test(`${route}: what a screen reader is told of it, and where Tab leads`, async ({ ready, visitor }) => {
    const plan = plans[route];
    if (!plan) throw new Error(`no plan for ${route}`);
    const page = await visitor(plan.as);
    await page.goto(await plan.address(ready));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(skeleton(await page.locator("body").ariaSnapshot())).toMatchSnapshot(`${name}.txt`);
    for (const size of [
      { width: 1440, height: 900 },
      { width: 360, height: 800 },
    ]) {
      await page.setViewportSize(size);
      const { stops, problems } = await walkByTab(page);
      expect(stops).toBeGreaterThan(3);
      expect(problems, `${size.width} px wide`).toEqual([]);
    }
  });
}

const printed: { name: string; as: string; address: (ready: Ready) => Promise<string> | string }[] = [
  { name: "a decision", as: "Ruth", address: (ready) => reviewOf(ready, "credit-pd", 1) },
  { name: "a model", as: "Priya", address: () => "/models/credit-pd" },
  { name: "a comparison", as: "Priya", address: () => "/models/credit-pd/compare/1..4" },
  // The first of all: where others stand in the log differs from one telling of the demo to the next.
  { name: "an entry of the trail", as: "Ruth", address: () => "/audit/0" },
];

for (const { name, as, address } of printed) {
  test(`${name} on paper: the record without the tool, nothing folded, in light colours`, async ({
    ready,
    visitor,
  }) => {
    const page = await visitor(as);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(await address(ready));
    await page.waitForLoadState("networkidle");
    const sentences = await page.getByRole("region", { name: "Signatures" }).getByRole("article").allInnerTexts();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const tree = skeleton(await page.locator("body").ariaSnapshot());
    expect(tree).toMatchSnapshot(`print-${name.replaceAll(" ", "-")}.txt`);
    expect(tree).not.toMatch(/^ *(button|textbox|combobox|searchbox|banner|navigation)/mu);
    await expect(page.getByText(new RegExp(`^As ${as}`, "u"))).toBeVisible();
    // The same words as on the page.
    expect(await page.getByRole("region", { name: "Signatures" }).getByRole("article").allInnerTexts()).toEqual(
      sentences,
    );
    const folded = await page.locator("details").evaluateAll(
      (all) =>
        all.filter((one) => {
          const inside = [...one.children].filter((part) => part.tagName !== "SUMMARY");
          return one.checkVisibility() && inside.length > 0 && !inside.some((part) => part.checkVisibility());
        }).length,
    );
    expect(folded).toBe(0);
    await expect(page.locator("body")).toHaveCSS("color", "rgb(27, 36, 48)");
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBe(0);
    const pdf = (await page.pdf({ format: "A4", tagged: true, outline: true })).toString("latin1");
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toContain("/Lang");
  });
}

test("a figure's numbers are a file, whole and not rounded", async ({ ready, visitor }) => {
  const page = await visitor("Li Wei");
  await page.goto(await reviewOf(ready, "credit-pd", 4));
  const figure = page.getByRole("figure").filter({ hasText: "Calibration" });
  await figure.getByText("Show as table").click();
  const download = page.waitForEvent("download");
  await figure.getByRole("link", { name: "Save as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("calibration-credit-pd-4.csv");
  const [head, first] = readFileSync(await file.path(), "utf8").split("\r\n");
  expect(head).toBe('"predicted","observed","rows"');
  expect(first).toMatch(/^"0\.\d{6,}","0\.\d+","\d+"$/u);
});
