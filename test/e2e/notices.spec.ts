import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unsubscribeToken } from "@countersign/usecases";
import { expect, giveCredentials, test } from "./support/journey.ts";
import { newPerson } from "./support/people.ts";
import { terminal } from "./support/terminal.ts";
import { select } from "./support/governed.ts";

test("somebody chooses language, zone and mail; it is theirs again where they sign in next, and ends by the link of a mail", async ({
  browser,
  ready,
}) => {
  const person = await newPerson(ready, browser, "Otto Vance", ["validator"]);
  const context = await browser.newContext({ baseURL: ready.portal });
  const page = await context.newPage();
  await page.goto("/sign-in?next=/me");
  await giveCredentials(page, person);
  const form = page.locator("#preferences");
  const field = (name: string) => form.locator(`[name=${name}]`);
  // What is chosen before the page listens is sent by nobody.
  await page.waitForLoadState("networkidle");
  await form.getByLabel("Language").selectOption("Deutsch");
  await form.getByLabel("Time zone").fill("Europe/Northgate");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toContainText("is not a time zone");
  await form.getByLabel("Time zone").fill("Europe/Berlin");
  await form.getByLabel("It is your turn").selectOption("in the morning mail");
  await form.getByLabel("from").fill("19:30");
  await form.getByLabel("until").fill("07:00");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Sprache, Zeitzone und Mail" })).toBeVisible();
  await expect(form.getByRole("status")).toHaveText("Gespeichert.");
  const chosen = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await context.cookies()).map(({ name, value }) => [name, decodeURIComponent(value)]));
  expect(await chosen()).toMatchObject({ language: "de", zone: "Europe/Berlin" });
  await page.reload();
  await expect(field("zone")).toHaveValue("Europe/Berlin");
  await expect(field("turn")).toHaveValue("digest");
  await expect(field("to")).toHaveValue("07:00");
  // Another browser knows nothing until they sign in: then it speaks their language.
  await context.clearCookies();
  await page.goto("/sign-in?next=/me");
  expect(Object.keys(await chosen())).not.toContain("zone");
  await giveCredentials(page, person);
  await expect(field("zone")).toHaveValue("Europe/Berlin");
  expect(await chosen()).toMatchObject({ language: "de", zone: "Europe/Berlin" });
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { level: 1, name: "Eingang" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const { cookieSecret } = JSON.parse(readFileSync(join(ready.data, "secrets.json"), "utf8")) as {
    cookieSecret: string;
  };
  const link = `${ready.portal}/unsubscribe?t=${unsubscribeToken(cookieSecret, person.id)}`;
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keine Morgenmail mehr?");
  const post = (address: string): Promise<Response> =>
    fetch(address, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      redirect: "error",
    });
  expect((await post(`${link}x`)).status).toBe(404);
  await page.reload();
  await page.getByRole("button", { name: "Beenden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sie bekommen keine Morgenmail mehr");
  await page.goto("/me");
  await page.waitForLoadState("networkidle");
  const digest = field("digest");
  await expect(digest).not.toBeChecked();
  await digest.check();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form.getByRole("status")).toHaveText("Gespeichert.");
  // A mail program's one click: no cookie, no page.
  expect((await post(link)).status).toBe(200);
  await page.reload();
  await expect(digest).not.toBeChecked();
  await context.close();
});

test("what one is told stands under Updates until it is read", async ({ ready, visitor }) => {
  const page = await visitor("Hanna");
  const tab = page.getByRole("navigation", { name: "Inbox views" }).getByRole("link", { name: "Updates" });
  await page.goto("/inbox?tab=updates");
  await expect(page.getByText("You were told nothing yet")).toBeVisible();
  const [review] = await select<{ id: string }>(ready, "select id from gov.review order by requested_at desc limit 1");
  const reviewId = review?.id ?? "";
  const [hanna, sofia] = [await terminal(ready, "Hanna"), await terminal(ready, "Sofia")];
  await hanna.done("review.comment", { reviewId, body: "Which sample is this?" });
  await sofia.done("review.comment", { reviewId, body: "The one of May." });
  await expect(async () => {
    await page.goto("/inbox");
    await expect(tab).toHaveText(/Updates 1/, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await tab.click();
  await page.waitForLoadState("networkidle");
  const rows = page.getByRole("region", { name: "Updates" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Sofia Marchetti wrote in a discussion in which you wrote.");
  await expect(rows.getByText("new")).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(tab).toHaveText(/Updates 0/);
  await expect(rows.getByText("new")).toHaveCount(0);
  await rows.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reviewId}$`));
});
