import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./support/journey.ts";
import { fresh, ownModel, ownVersion } from "./support/own.ts";
import { recommended } from "./support/signing.ts";

const entry = (page: Page, model: string): Locator =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: model });
const open = async (page: Page, tab = "/inbox"): Promise<void> => {
  await page.goto(tab);
  await page.waitForLoadState("networkidle");
};

test("a risk manager asks one approver, who hands it over; the other's inbox follows", async ({ ready, visitor }) => {
  const model = fresh("asked");
  await ownModel(ready, model);
  const { reviewId } = await ownVersion(ready, model, "one");
  await recommended(ready, reviewId);

  const sofia = await visitor("Sofia");
  await open(sofia, "/inbox?tab=waiting");
  await entry(sofia, model)
    .getByRole("button", { name: /Put off or hand over/ })
    .click();
  const dialog = sofia.getByRole("dialog", { name: new RegExp(model) });
  await dialog.getByLabel("Whom to ask as approver").selectOption({ label: "Daniel Okafor" });
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(dialog.getByText("Daniel Okafor").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(sofia.getByRole("status").filter({ hasText: "Daniel Okafor was asked." })).toBeVisible();

  const daniel = await visitor("Daniel");
  await open(daniel);
  await expect(entry(daniel, model)).toContainText("Sofia Marchetti asked you.");
  await daniel.goto(`/reviews/${reviewId}`);
  await daniel.waitForLoadState("networkidle");
  await daniel.getByText("Asked: you").click();
  await daniel.getByLabel(/Hand over from/).selectOption({ label: "Priya Natarajan" });
  await daniel.getByRole("button", { name: "Hand over", exact: true }).click();
  await expect(daniel.getByText("Asked: Priya Natarajan")).toBeVisible();
  // It is on the record, with everybody's part.
  await expect(daniel.getByText("asked somebody for the sign-off as approver").first()).toBeVisible();

  const priya = await visitor("Priya");
  await open(priya);
  await expect(entry(priya, model)).toContainText("Daniel Okafor asked you.");
});

test("what is put off by h stands apart, is undone at once, and comes back by hand", async ({ ready, visitor }) => {
  const model = fresh("putoff");
  await ownModel(ready, model);
  await ownVersion(ready, model, "one");
  const page = await visitor("Li Wei");
  const off = page.getByRole("link", { name: /^Put off/ });
  const putOff = async (): Promise<void> => {
    await entry(page, model).getByRole("link").focus();
    await page.keyboard.press("h");
    const dialog = page.getByRole("dialog", { name: new RegExp(model) });
    await dialog.getByRole("button", { name: /^Tomorrow/ }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "Put off until" })).toBeVisible();
    await expect(entry(page, model)).toHaveCount(0);
  };
  await open(page);
  await putOff();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entry(page, model)).toHaveCount(1);
  await putOff();
  await off.click();
  await expect(entry(page, model)).toContainText("Back on");
  await entry(page, model)
    .getByRole("button", { name: /Put off or hand over/ })
    .click();
  await page.getByRole("button", { name: "Bring it back now" }).click();
  await expect(entry(page, model)).toHaveCount(0);
  await page.getByRole("link", { name: /^Your turn/ }).click();
  await expect(entry(page, model)).toHaveCount(1);
});
