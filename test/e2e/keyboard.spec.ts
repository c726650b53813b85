import type { Page } from "@playwright/test";
import { moveTo } from "./support/hand.ts";
import { expect, test } from "./support/journey.ts";
import { fresh, ownModel, ownVersion } from "./support/own.ts";
import { recommended } from "./support/signing.ts";
import { personOf } from "./support/terminal.ts";

async function tabTo(
  page: Page,
  role: "link" | "button" | "checkbox" | "textbox",
  name: string | RegExp,
  most = 250,
): Promise<void> {
  // From where the focus is: what has it already is not what is meant.
  await page.keyboard.press("Tab");
  await moveTo(page, page.getByRole(role, { name }), "Tab", most);
}

test("a decision is signed by keyboard alone, from sign-in to sign-out; after it nothing opens", async ({
  ready,
  visitor,
}) => {
  const model = fresh("keys");
  await ownModel(ready, model);
  const { number, reviewId } = await ownVersion(ready, model, "one");
  await recommended(ready, reviewId);
  const { email, password } = personOf(ready, "Daniel");
  const page = await visitor(null);
  await page.goto("/sign-in");
  await tabTo(page, "textbox", "E-mail address");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Inbox/ })).toBeVisible();

  await tabTo(page, "link", new RegExp(`${model}, version ${number}`));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`version ${number}`);
  const boxes = page.getByRole("checkbox", { name: "I have reviewed this" });
  for (let i = 0; i < (await boxes.count()); i++) {
    await tabTo(page, "checkbox", "I have reviewed this");
    await page.keyboard.press("Space");
    await expect(boxes.nth(i)).toBeChecked();
  }
  await tabTo(page, "button", "Approve with conditions…");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  // A dialog is hidden before its page hears of it (HTML, "close the dialog": the event is queued). It opens anew once it is gone.
  await expect(page.locator("#sign-title")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Approve with conditions…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  if ((await dialog.getByLabel("Your reason").and(page.locator(":focus")).count()) === 0)
    await tabTo(page, "textbox", "Your reason", 5);
  await page.keyboard.type("Read and signed without a mouse.");
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Your sign-off" })).toContainText("Waiting for approver");

  const review = page.url();
  await tabTo(page, "button", "Sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(review);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("the list of keys opens from the pages that name it", async ({ as }) => {
  const page = await as("Sofia");
  for (const address of ["/help", "/me"]) {
    await page.goto(address);
    await page.getByRole("button", { name: /^All keys/ }).click();
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  }
});
