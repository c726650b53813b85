import { expect, test } from "./support/journey.ts";
import { terminal } from "./support/terminal.ts";

test("somebody sees where they are signed in, and ends a session that is not this one: it is out at once", async ({
  ready,
  visitor,
}) => {
  const lost = await visitor("Marcus");
  await lost.goto("/inbox");
  await expect(lost.getByRole("heading", { level: 1 })).toHaveText("Inbox");
  const cli = await terminal(ready, "Marcus");
  const page = await visitor("Marcus");
  await page.goto("/inbox");
  await page
    .getByRole("banner")
    .getByRole("link", { name: /^Marcus/ })
    .click();
  await expect(page).toHaveURL(/\/me$/);
  const list = page.getByRole("region", { name: "Where you are signed in" });
  const rows = list.getByRole("listitem");
  await expect(rows.filter({ hasText: "(this one)" })).toHaveCount(1);
  const before = await rows.count();
  expect(before).toBeGreaterThanOrEqual(3);
  const theirs = rows.filter({ hasText: "A terminal" }).first();
  await theirs.getByRole("button", { name: "End it" }).click();
  await expect(rows).toHaveCount(before - 1);
  expect((await cli.send("queries/inbox.list", {})).status).toBe(401);
  await list.getByRole("button", { name: "End all but this one" }).click();
  await expect(rows).toHaveCount(1);
  await lost.goto("/models");
  await expect(lost).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Marcus/);
});

test("rows close together or far apart, and light or dark, as this browser has chosen; or as the system has it", async ({
  visitor,
}) => {
  const page = await visitor("Li Wei");
  const html = page.locator("html");
  const row = page.getByRole("main").getByRole("listitem").first();
  const height = async (): Promise<number> => (await row.boundingBox())?.height ?? 0;
  await page.goto("/inbox");
  const usual = await height();
  await page.goto("/me");
  await page.getByLabel("Rows of lists").selectOption("Close together");
  await page.getByLabel("Colours").selectOption("Dark");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto("/inbox");
  await expect(html).toHaveAttribute("data-density", "compact");
  await expect(html).toHaveAttribute("data-theme", "dark");
  expect(await height()).toBeLessThan(usual);
  await page.goto("/me");
  await expect(page.getByLabel("Rows of lists")).toHaveValue("compact");
  await page.getByLabel("Rows of lists").selectOption("Far apart");
  await page.getByLabel("Colours").selectOption("As the system has it");
  await page.goto("/inbox");
  await expect(html).not.toHaveAttribute("data-theme");
  expect(await height()).toBeGreaterThan(usual);
});
