import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./support/journey.ts";

test("the palette by the keyboard alone: a version, an entry, a page, and back to where one was", async ({
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/models");
  await page.waitForLoadState("networkidle");
  const box = page.getByRole("combobox", { name: /A model/ });
  const found = page.getByRole("listbox", { name: "Found" });
  await page.keyboard.press("Control+k");
  await expect(box).toBeFocused();
  await page.keyboard.type("credit-pd/2");
  await expect(found.getByRole("option", { selected: true })).toContainText("Retail credit PD, version 2");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reviews\/rev_/);
  await page.keyboard.press("/");
  await page.keyboard.type("#605");
  await expect(found.getByRole("option", { name: /#605/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/audit\/605$/);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("ArrowDown");
  await expect(found.getByRole("option", { selected: true })).toContainText("Models");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(found.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(page).toHaveURL(/\/audit\/605$/);
});

test("what nobody is called is said, with what could be typed; nothing that follows from it is wrong for assistive tools", async ({
  visitor,
}) => {
  const page = await visitor("Priya");
  await page.goto("/inbox");
  await page.getByRole("button", { name: /Search, or go to/ }).click();
  await page.keyboard.type("no such thing anywhere");
  await expect(page.getByRole("status").filter({ hasText: "Nothing is named" })).toContainText("credit-pd/2");
  await page.getByRole("combobox").fill("credit");
  await expect(page.getByRole("option", { name: /Retail credit PD/ })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect((await new AxeBuilder({ page }).include("dialog[open]").analyze()).violations).toEqual([]);
  }
  await page.getByRole("option", { name: /Retail credit PD/ }).click();
  await expect(page).toHaveURL(/\/models\/credit-pd$/);
});

test("g and a letter goes to a page; the letter does what it does on the page only without g", async ({ visitor }) => {
  const page = await visitor("Daniel");
  await page.goto("/inbox");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page.getByRole("heading", { level: 1, name: /^Models/ })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/audit$/);
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/audit$/);
});

test("a palette opened while a page is on its way is still open when it comes, with what was typed", async ({
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/models");
  await page.waitForLoadState("networkidle");
  let come = (): void => {};
  const coming = new Promise<void>((done) => (come = done));
  // What makes the next page is held back; pages that might be wanted later are not.
  await page.route("**/policies?_rsc=*", async (route) => {
    await coming;
    await route.continue();
  });
  await page.getByRole("navigation").getByRole("link", { name: "Policies" }).first().click();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("cred");
  come();
  await expect(page).toHaveURL(/\/policies$/);
  const box = page.getByRole("combobox", { name: /A model/ });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("cred");
  await page.keyboard.type("it-pd/2");
  await expect(page.getByRole("option", { selected: true })).toContainText("version 2");
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await page.goto("/models");
  await expect(box).toBeHidden();
});
