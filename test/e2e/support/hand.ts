import { expect, type Locator, type Page } from "@playwright/test";

export type By = "pointer" | "keyboard";

/** Presses a key until the focus stands on what is meant, as somebody does who has no mouse. Answers how often. */
export async function moveTo(page: Page, what: Locator, key = "Tab", most = 250): Promise<number> {
  const wanted = what.and(page.locator(":focus"));
  for (let moves = 0; moves <= most; moves++) {
    if ((await wanted.count()) > 0) return moves;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(what)}`);
}

/**
 * Somebody at one task with a pointer, or with the keyboard alone. Counts presses as the goals do: one for each press of the
 * pointer, or of a key that does something. Text that is typed is not counted; moves to what is meant are counted apart.
 */
export class Hand {
  readonly page: Page;
  readonly by: By;
  presses = 0;
  moves = 0;
  marks = 0;

  constructor(page: Page, by: By) {
    this.page = page;
    this.by = by;
  }

  /** From the inbox, where everybody begins. */
  async home(): Promise<void> {
    await this.page.goto("/inbox");
    await this.page.waitForLoadState("networkidle");
  }

  /** Presses what is meant: `move` leads to it, `key` does it. */
  async press(what: Locator, { key = "Enter", move = "Tab" } = {}): Promise<void> {
    this.presses++;
    if (this.by === "pointer") return what.click();
    await this.to(what, move);
    await this.page.keyboard.press(key);
  }

  /** A key of the page that does the same as what the pointer presses. */
  async shortcut(key: string, what: Locator): Promise<void> {
    await expect(what).toBeVisible();
    this.presses++;
    if (this.by === "pointer") await what.click();
    else await this.page.keyboard.press(key);
  }

  async write(what: Locator, text: string): Promise<void> {
    if (this.by === "pointer") return what.fill(text);
    await this.to(what, "Tab");
    await this.page.keyboard.type(text);
  }

  /** Puts a text that was written elsewhere in place of what stands there. */
  async paste(what: Locator, text: string): Promise<void> {
    if (this.by === "pointer") return what.fill(text);
    await this.to(what, "Tab");
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** Chooses from a list what begins with a word: one press, or typed. */
  async choose(what: Locator, word: string): Promise<void> {
    this.presses++;
    const option = what.locator("option").filter({ hasText: new RegExp(`^${word}`) });
    if (this.by === "pointer") return void (await what.selectOption((await option.getAttribute("value")) ?? ""));
    await this.to(what, "Tab");
    await this.page.keyboard.type(word);
    await expect(what).toHaveValue((await option.getAttribute("value")) ?? "");
  }

  /** Opens what is typed through the palette. */
  async find(text: string): Promise<void> {
    await this.shortcut("Control+k", this.page.getByRole("button", { name: /Search, or go to/ }));
    await this.page.keyboard.type(text);
    const options = this.page.getByRole("listbox", { name: "Found" }).getByRole("option");
    await expect(this.page.getByText(/\d+ found\./)).toBeVisible();
    await this.shortcut("Enter", options.first());
  }

  /** Marks every section as read. */
  async read(): Promise<void> {
    const boxes = this.page.getByRole("checkbox", { name: "I have reviewed this" });
    await expect(boxes.first()).toBeEnabled();
    const before = this.presses;
    for (let at = 0, count = await boxes.count(); at < count; at++) {
      await this.press(boxes.nth(at), { key: "Space" });
      await expect(boxes.nth(at)).toBeChecked();
    }
    this.marks += this.presses - before;
    this.presses = before;
  }

  private async to(what: Locator, key: string): Promise<void> {
    this.moves += await moveTo(this.page, what, key);
  }
}
