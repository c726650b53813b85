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
