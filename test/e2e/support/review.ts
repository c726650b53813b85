import { expect, type Page } from "@playwright/test";

/** Marks every section as reviewed, as a reader does on the way down the page. */
export async function readAll(page: Page): Promise<void> {
  const boxes = page.getByRole("checkbox", { name: "I have reviewed this" });
  await expect(boxes.first()).toBeEnabled();
  for (let i = 0, count = await boxes.count(); i < count; i++) {
    await boxes.nth(i).click();
    await expect(boxes.nth(i)).toBeChecked();
  }
}

/** Signs in the dialog: what, why, and the person's password. */
export async function sign(page: Page, button: string | RegExp, reason: string, password: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your reason").fill(reason);
  await dialog.getByLabel(/Your password/).fill(password);
  await dialog.getByRole("button", { name: /^Sign: / }).click();
}
