import { expect, type Locator, type Page } from "@playwright/test";

/** Marks every section as reviewed, as a reader does on the way down the page. */
export async function readAll(page: Page): Promise<void> {
  const boxes = page.getByRole("checkbox", { name: "I have reviewed this" });
  await expect(boxes.first()).toBeEnabled();
  for (let i = 0, count = await boxes.count(); i < count; i++) {
    await boxes.nth(i).click();
    await expect(boxes.nth(i)).toBeChecked();
  }
}

/** Opens the signing dialog and fills it: why, and the person's password. Answers it, not yet sent. */
export async function aboutToSign(
  page: Page,
  button: string | RegExp,
  reason: string,
  password: string,
): Promise<Locator> {
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your reason").fill(reason);
  await dialog.getByLabel(/Your password/).fill(password);
  return dialog;
}

export const send = (dialog: Locator): Promise<void> => dialog.getByRole("button", { name: /^Sign: / }).click();

/** Signs in the dialog: what, why, and the person's password. */
export const sign = async (...what: Parameters<typeof aboutToSign>): Promise<void> => send(await aboutToSign(...what));

/** A button that may not be pressed now: the reason that is told with it, after it was pressed all the same. */
export async function pressedInVain(page: Page, button: string): Promise<string> {
  const found = page.getByRole("button", { name: button });
  await expect(found).toHaveAttribute("aria-disabled", "true");
  const why = await page.locator(`#${await found.getAttribute("aria-describedby")}`).innerText();
  await found.evaluate((element) => {
    element.removeAttribute("aria-disabled");
    element.removeAttribute("disabled");
  });
  await found.dispatchEvent("click");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return why;
}
