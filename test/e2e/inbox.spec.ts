import { expect, passwordOf, test } from "./support/journey.ts";
import { fresh, ownModel, type OwnVersion, ownVersion } from "./support/own.ts";
import { sign } from "./support/review.ts";
import { recommended } from "./support/signing.ts";

test("the inbox by its keys: what is selected is shown beside it, opens, and n leads back", async ({
  ready,
  visitor,
}) => {
  const model = fresh("desk");
  await ownModel(ready, model);
  for (const label of ["one", "two"]) await recommended(ready, (await ownVersion(ready, model, label)).reviewId);
  const page = await visitor("Daniel");
  await page.goto("/inbox");
  // A key that is pressed before the page listens is nobody's.
  await page.waitForLoadState("networkidle");
  const entries = page.getByRole("main").getByRole("listitem").getByRole("link");
  const peek = page.getByRole("region", { name: "Selected" });
  const title = async (at: number): Promise<string> => (await entries.nth(at).textContent()) ?? "";
  await expect(peek).toContainText(await title(0));
  await page.keyboard.press("j");
  await expect(entries.nth(1)).toBeFocused();
  await expect(peek).toContainText(await title(1));
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(entries.nth(0)).toBeFocused();
  await page.keyboard.press("p");
  await expect(peek).toHaveCount(0);
  await page.keyboard.press("p");
  await page.keyboard.press("j");
  const chosen = await title(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reviews\/rev_/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(chosen.split(" · ")[0] ?? "");
  await expect(page).toHaveTitle(/^[a-z0-9-]+ version \d+, (in validation|pending approval) · Countersign$/);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(page).toHaveTitle(/^Inbox \(\d+\) · Countersign$/);
});

test("whoever has signed is offered what waits next, with its key; nothing opens by itself", async ({
  ready,
  visitor,
}) => {
  const models = [fresh("next-one"), fresh("next-two")];
  const made: OwnVersion[] = [];
  for (const model of models) {
    await ownModel(ready, model);
    made.push(await ownVersion(ready, model, "one"));
  }
  const page = await visitor("Li Wei");
  const path = made[0]?.path ?? "";
  await page.goto(path);
  const signOff = page.getByRole("region", { name: "Your sign-off" });
  await expect(signOff.getByText("Next waiting for you:")).toHaveCount(0);
  await sign(
    page,
    "Request changes…",
    "The card does not say who is decided on differently.",
    passwordOf(ready, "Li Wei"),
  );
  await expect(signOff.getByRole("heading", { name: "Requests changes" })).toBeFocused();
  const next = signOff.getByText("Next waiting for you:").locator("..").getByRole("link");
  await expect(next).toHaveAttribute("href", /^\/reviews\/rev_/);
  const href = (await next.getAttribute("href")) ?? "";
  expect(href).not.toBe(path);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("each view of the inbox has its address and its count, and says what it would hold where it holds nothing", async ({
  visitor,
}) => {
  const page = await visitor("Li Wei");
  await page.goto("/inbox");
  await page.waitForLoadState("networkidle");
  for (const name of ["Waiting on others", "Sent by me", "Decided", "Your turn"]) {
    const tab = page.getByRole("navigation", { name: "Inbox views" }).getByRole("link", { name });
    const count = Number((await tab.textContent())?.match(/\d+$/)?.[0]);
    await tab.click();
    await expect(tab).toHaveAttribute("aria-current", "page");
    const region = page.getByRole("main").getByRole("region", { name: name === "Your turn" ? /^Your turn/ : name });
    if (count > 0) await expect(region.getByRole("listitem")).toHaveCount(count);
    else await expect(page.getByText("Nothing of yours is under way")).toBeVisible();
    await page.reload();
    await expect(tab).toHaveAttribute("aria-current", "page");
  }
});

test("the keys are listed under ?, and where they are switched off none does anything", async ({ visitor }) => {
  const page = await visitor("Li Wei");
  await page.goto("/inbox");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await expect(list).toBeVisible();
  // Nothing under an open dialog moves.
  await page.keyboard.press("p");
  await list.getByRole("checkbox", { name: "These keys are on in this browser" }).uncheck();
  await list.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("region", { name: "Selected" })).toBeVisible();
  await page.reload();
  await page.waitForLoadState("networkidle");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("p");
  await page.keyboard.press("?");
  await expect(page.getByRole("region", { name: "Selected" })).toBeVisible();
  await expect(list).toBeHidden();
  await page.getByRole("button", { name: "all keys" }).click();
  await list.getByRole("checkbox").check();
  await list.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("p");
  await expect(page.getByRole("region", { name: "Selected" })).toHaveCount(0);
});

test("a key is changed, taken away and given back: the page obeys and shows the key that it has", async ({
  visitor,
}) => {
  const page = await visitor("Li Wei");
  await page.goto("/inbox");
  await page.waitForLoadState("networkidle");
  const selected = page.getByRole("region", { name: "Selected" });
  const list = page.getByRole("dialog", { name: "Keys" });
  await page.keyboard.press("?");
  await list.getByRole("button", { name: "Change keys" }).click();
  const key = list.getByLabel("Key: hide or show what is selected");
  await key.fill("j");
  await expect(list.getByRole("status")).toHaveText("j is taken: the next entry");
  await expect(key).toHaveValue("p");
  await key.fill("z");
  await expect(list.getByRole("status")).toHaveText("");
  await list.getByLabel("Key: go to the inbox").fill("");
  await list.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("p");
  await expect(selected).toBeVisible();
  await page.keyboard.press("z");
  await expect(selected).toBeHidden();
  await expect(page.getByRole("button", { name: "Show what is selected" })).toContainText("z");
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await page.reload();
  await page.waitForLoadState("networkidle");
  await expect(page).toHaveURL(/\/inbox/);
  await page.keyboard.press("z");
  await expect(selected).toBeHidden();
  await page.keyboard.press("?");
  await list.getByRole("button", { name: "Change keys" }).click();
  await list.getByRole("button", { name: "Back to the usual keys" }).click();
  await list.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("p");
  await expect(selected).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/models/);
});

test("on a review, a key opens its signature, and where that is closed goes to why", async ({ ready, visitor }) => {
  const model = fresh("signkeys");
  await ownModel(ready, model);
  const { reviewId } = await ownVersion(ready, model, "one");
  await recommended(ready, reviewId);
  const page = await visitor("Daniel");
  await page.goto(`/reviews/${reviewId}`);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("c");
  const closed = page.getByRole("button", { name: "Approve with conditions…" });
  await expect(closed).toBeFocused();
  await expect(closed).toHaveAccessibleDescription(/not reviewed yet/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("x");
  await expect(page.getByRole("dialog", { name: "Sign: Reject" })).toBeVisible();
  // Letters that are typed are letters.
  await page.getByRole("textbox", { name: "Your reason" }).pressSequentially("arcx");
  await expect(page.getByRole("textbox", { name: "Your reason" })).toHaveValue("arcx");
});
