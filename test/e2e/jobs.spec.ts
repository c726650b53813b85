import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import pg from "pg";
import { select } from "./support/governed.ts";
import { moveTo } from "./support/hand.ts";
import { expect, test } from "./support/journey.ts";
import { portalCookie, trpc } from "./support/portal.ts";
import type { Ready } from "./support/product.ts";
import { idOf } from "./support/terminal.ts";

const tray = (page: Page): Locator => page.getByRole("region", { name: "Jobs" });
const opener = (page: Page): Locator => page.getByRole("banner").getByRole("button", { name: /jobs?$/i });
const row = (page: Page, what: string | RegExp): Locator => tray(page).getByRole("listitem").filter({ hasText: what });
const linesOf = async (file: Download): Promise<string[]> =>
  readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");

/** Holds what every recording needs, so that a job that has begun cannot go on; answers how to let go. */
async function held(ready: Ready): Promise<() => Promise<void>> {
  const client = new pg.Client(ready.adminDatabaseUrl);
  await client.connect();
  await client.query("begin; lock table audit.event in share mode");
  return () => client.end();
}

// What other journeys have asked for is not counted here.
test.beforeEach(({ ready }) => select(ready, "delete from ops.job"));
test.afterEach(({ ready }) => select(ready, "delete from ops.job"));

test("an export goes on when its page is left, waits in the tray, and is what a page that waits gets", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/audit?act=approval");
  const waited = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const atOnce = await waited;
  expect(atOnce.suggestedFilename()).toBe("audit-trail.csv");

  const letGo = await held(ready);
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.getByRole("link", { name: "Export CSV" }).click();
  await expect(opener(page)).toHaveAccessibleName("1 job");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Models" }).click();
  await expect(page).toHaveURL(/\/models$/);
  await letGo();
  await opener(page).click();
  const entry = row(page, "Selection of the audit trail as CSV").last();
  await expect(entry.getByRole("link", { name: "Download" })).toBeVisible();
  await page.waitForTimeout(1_500);
  expect(downloads).toBe(0);
  const coming = page.waitForEvent("download");
  await entry.getByRole("link", { name: "Download" }).click();
  const later = await coming;
  const [one, two] = [await linesOf(atOnce), await linesOf(later)];
  expect(two.slice(0, -1)).toEqual(one.slice(0, -1));
  expect(two.at(-1)).toMatch(/^"\d+ of \d+ signed entries; \d+ left out"$/);
  // What was fetched waits for nobody, and stays where it can be found.
  await page.goto("/models");
  await expect(opener(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("jobs");
  await page.keyboard.press("Enter");
  await expect(row(page, "Selection of the audit trail as CSV")).toHaveCount(2);
});

test("a long job is cancelled within two seconds, whatever it waits for, and can be begun again", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/audit?act=approval");
  const letGo = await held(ready);
  await page.getByRole("link", { name: "Export with proofs (NDJSON)" }).click();
  await opener(page).click();
  const entry = row(page, "with proofs (NDJSON)");
  await expect(entry).toContainText("It is recorded that you take it");
  const states = (): Promise<{ state: string }[]> => select(ready, "select state from ops.job");
  expect(await states()).toEqual([{ state: "running" }]);
  await entry.getByRole("button", { name: "Cancel" }).click();
  await expect(entry).toContainText("Cancelled. Nothing was kept.", { timeout: 2_000 });
  await expect(page.getByRole("status").filter({ hasText: "cancelled" })).toHaveCount(1);
  // The worker has let go of it: it makes another one meanwhile, of somebody whose recording nothing holds.
  await letGo();
  await page.waitForTimeout(1_500);
  expect(await states()).toEqual([{ state: "cancelled" }]);
  const coming = page.waitForEvent("download");
  await entry.getByRole("button", { name: "Try again" }).click();
  expect((await coming).suggestedFilename()).toBe("audit-trail.ndjson");
  await entry.getByRole("button", { name: "Remove" }).click();
  await expect(entry).toContainText("Removed.");
  await page.goto("/models");
  await expect(opener(page)).toHaveCount(0);
});

test("how far a job is, is seen as it goes on, and read out at each quarter", async ({ ready, visitor }) => {
  const page = await visitor("Ruth");
  await select(
    ready,
    `insert into ops.job (id, person_id, kind, input, state, taken_by, beat_at, done, total)
     values ('job_long', $1, 'trail', '{"kind":"trail","format":"csv","of":{}}', 'running', 'run_else', now() + interval '1 hour', 12400, 212511)`,
    [await idOf(ready, "Ruth")],
  );
  await page.goto("/models");
  await opener(page).click();
  const bar = tray(page).getByRole("progressbar", { name: "Audit trail as CSV" });
  await expect(bar).toHaveAttribute("aria-valuetext", "12,400 of 212,511 entries");
  await expect(row(page, "Audit trail as CSV")).toContainText("12,400 of 212,511 entries");
  const said = page.getByRole("status").filter({ hasText: "Audit trail as CSV" });
  for (const [done, says] of [
    [60_000, "Audit trail as CSV: 25 %."],
    [61_000, "Audit trail as CSV: 25 %."],
    [170_000, "Audit trail as CSV: 75 %."],
  ] as const) {
    await select(ready, "update ops.job set done = $1", [done]);
    await expect(bar).toHaveAttribute("value", String(done));
    await expect(said).toHaveText(says);
  }
});

test("a job that fails says why", async ({ ready, visitor }) => {
  const [open] = await select<{ id: string }>(
    ready,
    "select r.id from gov.review r join gov.version v on v.id = r.version_id join gov.model m on m.id = v.model_id where m.key = 'credit-pd' and v.number = 2",
  );
  const started = await trpc(ready, await portalCookie(ready, "Daniel"), "jobs.start", {
    kind: "evidence",
    reviewId: open?.id,
  });
  expect(started.words).toBe("");
  const page = await visitor("Daniel");
  await page.goto("/inbox");
  await opener(page).click();
  const entry = row(page, "Evidence bundle of credit-pd, version 2");
  await expect(entry).toContainText("open, with decisions hidden from you");
  await expect(entry.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("the keyboard asks, opens the tray, fetches and closes it", async ({ visitor, ready }) => {
  const page = await visitor("Ruth");
  await page.goto("/audit?act=approval");
  await page.waitForLoadState("networkidle");
  const letGo = await held(ready);
  await moveTo(page, page.getByRole("link", { name: "Export XLSX" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(opener(page)).toBeVisible();
  await page.goto("/models");
  await letGo();
  await moveTo(page, opener(page));
  await page.keyboard.press("Enter");
  const download = tray(page).getByRole("link", { name: "Download" });
  await expect(download).toBeVisible();
  await moveTo(page, download, "Tab", 3);
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toBe("audit-trail.xlsx");
  await page.keyboard.press("Escape");
  await expect(tray(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test("without a script the same file comes, and another site cannot ask for it", async ({ browser, ready }) => {
  const context = await browser.newContext({ baseURL: ready.portal, javaScriptEnabled: false });
  const [name = "", value = ""] = (await portalCookie(ready, "Ruth")).split("=");
  await context.addCookies([{ name, value, url: ready.portal, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  await page.goto("/audit?act=approval");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await linesOf(await coming)).at(-1)).toMatch(/signed entries; \d+ left out"$/);
  const elsewhere = { headers: { "sec-fetch-site": "cross-site" } };
  expect((await page.request.get("/audit/export?format=csv", elsewhere)).status()).toBe(403);
  expect((await select(ready, "select 1 from ops.job")).length).toBe(1);
});

test("a file is nobody else's, and closes when its role is taken away", async ({ ready, visitor }) => {
  const page = await visitor("Ruth");
  await page.goto("/audit?act=approval");
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  await coming;
  const [job] = await select<{ id: string }>(ready, "select id from ops.job");
  const file = `/jobs/${job?.id}/file`;
  expect((await page.request.get(file)).status()).toBe(200);
  const other = await visitor("Sofia");
  expect((await other.request.get(file)).status()).toBe(404);
  const nobody = await visitor(null);
  expect((await nobody.request.get(file, { maxRedirects: 0 })).status()).toBe(303);
  // What she saw then was more than she sees now.
  await select(ready, `update ops.job set sight = jsonb_set(sight, '{workspaces}', '["wsp_default", "wsp_gone"]')`);
  expect((await page.request.get(file)).status()).toBe(404);
});

test("a tray that is opened before the page can do anything is filled when it can", async ({ visitor }) => {
  const page = await visitor("Ruth");
  await page.addInitScript(() =>
    document.addEventListener("DOMContentLoaded", () => document.getElementById("jobs")?.showPopover()),
  );
  await page.goto("/models");
  await expect(page.getByRole("region", { name: "Jobs" }).getByRole("heading", { name: "Jobs" })).toBeVisible();
});
