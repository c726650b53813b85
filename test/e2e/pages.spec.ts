import { expect, test } from "./support/journey.ts";
import { budgets, lookAt, lookAtLanguages, weigh } from "./support/look.ts";
import { pages, plans, states } from "./support/routes.ts";

// Nothing here changes what the other journeys see: both workers share the pages.
test.describe.configure({ mode: "parallel" });

test("every page of the portal has its row", () => {
  expect(pages.length).toBeGreaterThan(5);
  expect(Object.keys(plans).toSorted()).toEqual(pages);
});

for (const [route, { as, budget, leadsTo, address }] of Object.entries(plans)) {
  test(`${route}: nothing for axe, no sideways scrolling in any language, no error in the console, at most ${budget} KiB of script`, async ({
    ready,
    visitor,
  }) => {
    const page = await visitor(as);
    const weighed = weigh(page);
    await page.goto(await address(ready));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const kib = await weighed();
    console.log(
      `${route}: ${kib.scripts.toFixed(1)} KiB of script, ${kib.styles.toFixed(1)} of style, ${kib.fonts.toFixed(1)} of fonts ahead`,
    );
    expect(kib.scripts).toBeLessThanOrEqual(budget);
    expect(kib.styles).toBeLessThanOrEqual(budgets.styles);
    expect(kib.fonts).toBeLessThanOrEqual(budgets.fonts);
    if (leadsTo) await expect(page).toHaveURL(leadsTo);
    else expect([...(await lookAt(page)), ...(await lookAtLanguages(page))]).toEqual([]);
  });
}

for (const { name, as, address } of states) {
  test(`${name}: nothing for axe, no sideways scrolling, no error in the console`, async ({ ready, visitor }) => {
    const page = await visitor(as);
    await page.goto(await address(ready));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await lookAt(page, true)).toEqual([]);
  });
}

test("the signing dialog: nothing for axe, no sideways scrolling", async ({ ready, visitor }) => {
  const page = await visitor("Daniel");
  await page.goto((await plans["/reviews/[id]"]?.address(ready)) ?? "");
  await page.getByRole("button", { name: "Reject…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await lookAt(page)).toEqual([]);
});

test("what stands in for a face until it is there is known to the browser", async ({ visitor }) => {
  const page = await visitor(null);
  await page.goto("/sign-in");
  const known = await page.evaluate(() => [...document.fonts].map(({ family }) => family.replaceAll('"', "")));
  expect(known).toEqual(expect.arrayContaining(["Sans stand-in", "Roman stand-in", "Mono stand-in"]));
});
