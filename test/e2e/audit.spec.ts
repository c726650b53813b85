import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyEntry } from "@countersign/verifier";
import { countersign, withToken } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import type { Ready } from "./support/product.ts";
import { reviewOf } from "./support/routes.ts";
import { idOf, terminal } from "./support/terminal.ts";

const actsOf = async (ready: Ready, act: string, personId: string): Promise<number> => {
  const [found] = await select<{ n: string }>(
    ready,
    "select count(*) as n from audit.event where convert_from(core, 'UTF8')::jsonb ->> 'act' = $1 and convert_from(core, 'UTF8')::jsonb -> 'actor' ->> 'person' = $2",
    [act, personId],
  );
  return Number(found?.n);
};

test("an auditor reads the trail: the reading is itself in it, and a filter finds the decisions", async ({
  ready,
  as,
}) => {
  const ruth = await idOf(ready, "Ruth");
  const before = await actsOf(ready, "trail.read", ruth);
  const page = await as("Ruth");
  await page.getByRole("link", { name: "Audit trail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible();
  await expect.poll(() => actsOf(ready, "trail.read", ruth)).toBeGreaterThan(before);
  // Entries stand under their days; each has its time of day, and the whole moment for whoever points at it.
  await expect(
    page.getByRole("heading", { level: 2, name: /^\w+day \d+ \w+ \d{4} times in UTC/ }).first(),
  ).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem").locator("time").first()).toHaveAttribute(
    "title",
    /^\w{3} \d+ \w{3} \d{4}, \d\d:\d\d UTC/,
  );
  // The next page begins under a day of its own.
  await page.getByRole("link", { name: "Older entries" }).click();
  await expect(page).toHaveURL(/before=\d+/);
  await expect(page.getByRole("heading", { level: 2, name: /day \d+ \w+ \d{4}/ }).first()).toBeVisible();
  await page.getByLabel("Kind of act").selectOption("decision");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/act=decision/);
  await expect(page.getByRole("listitem").filter({ hasText: "Priya Natarajan" }).first()).toBeVisible();
});

test("the trail is narrowed by a name, says what it came to, and leads to what its entries are about", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/audit");
  await page.waitForLoadState("networkidle");
  const field = page.getByLabel("Model, version or policy");
  await field.pressSequentially("credit");
  await expect(page.locator('datalist option[value="credit-pd"]')).toBeAttached();
  await field.fill("credit-pd/1");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("Only entries about credit-pd/1.")).toBeVisible();
  const review = page.getByRole("link", { name: /^Review of credit-pd\/1 for / }).first();
  const address = await reviewOf(ready, "credit-pd", 1);
  await expect(review).toHaveAttribute("href", address);
  await review.click();
  await expect(page).toHaveURL(address);
  // Addresses that name a stream by its id go on working.
  await page.goto(`/audit?stream=review:${address.replace("/reviews/", "")}`);
  await expect(page.getByText(/Only entries about Review of credit-pd\/1 for /)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Review of credit-pd\/1 for / }).nth(1)).toBeVisible();
  await page.goto("/audit?stream=no-such-model");
  await expect(page.getByText("Nothing that you may see is named “no-such-model”.")).toBeVisible();
  await expect(page.getByText("Nothing in the trail fits these filters.")).toBeVisible();
});

test("an auditor exports from a terminal: the export is in the log, and a stranger verifies it without any of our servers", async ({
  ready,
}) => {
  const ruth = await idOf(ready, "Ruth");
  const before = await actsOf(ready, "evidence.exported", ruth);
  const { bearer } = await terminal(ready, "Ruth");
  const file = join(mkdtempSync(join(tmpdir(), "countersign-audit-")), "evidence.zip");
  expect((await countersign(["export", "evidence", "credit-pd/1", "-o", file], withToken(ready, bearer))).code).toBe(0);
  expect(await actsOf(ready, "evidence.exported", ruth)).toBe(before + 1);
  expect((await countersign(["verify", file, "--trust", ready.log.vkey])).code).toBe(0);
  const untrusting = await countersign(["verify", file]);
  expect([untrusting.code, untrusting.err]).toEqual([2, expect.stringContaining("--trust")]);
});

test("an entry is read in full, its proof checked in the browser, and a selection taken away with its proofs", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/audit?act=approval.granted");
  await expect(page.getByText("Not the whole trail")).toBeVisible();
  const entry = page
    .getByRole("main")
    .getByRole("link", { name: /^#\d+$/ })
    .last();
  const index = (await entry.textContent())?.slice(1) ?? "";
  await entry.click();
  await expect(page).toHaveURL(new RegExp(`/audit/${index}$`));
  await expect(page.getByRole("region", { name: "What it changed" })).toContainText("approval new");
  await page.getByRole("button", { name: "Verify in this browser" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("These bytes are in the signed tree");
  await page.goto("/audit?act=decision");
  await page.getByRole("link", { name: "Priya Natarajan" }).first().click();
  await expect(page.getByText("was done by Priya Natarajan")).toBeVisible();

  const before = await actsOf(ready, "trail.read", await idOf(ready, "Ruth"));
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export with proofs (NDJSON)" }).click();
  const lines = readFileSync(await (await coming).path(), "utf8")
    .trim()
    .split("\n");
  const head = JSON.parse(lines[0] ?? "") as { entries: number; leftOut: number; total: number; checkpoint: string };
  expect(head.entries).toBe(lines.length - 1);
  expect(head.entries + head.leftOut).toBe(head.total);
  const one = JSON.parse(lines[1] ?? "") as { index: number; leaf: string; proof: string[] };
  const proof = ["c2sp.org/tlog-proof@v1", `index ${one.index}`, ...one.proof, "", head.checkpoint].join("\n");
  expect(verifyEntry({ leaf: one.leaf, proof, vkey: ready.log.vkey }).ok).toBe(true);
  expect(verifyEntry({ leaf: one.leaf.replace("usr_", "urs_"), proof, vkey: ready.log.vkey }).ok).toBe(false);
  const table = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const rows = readFileSync(await (await table).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.at(-1)).toMatch(/^"\d+ of \d+ signed entries; \d+ left out"$/);
  const workbook = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export XLSX" }).click();
  expect((await workbook).suggestedFilename()).toBe("audit-trail.xlsx");
  // A workbook is a zip; what its cells hold is met in apps/portal/test.
  expect(
    readFileSync(await (await workbook).path())
      .subarray(0, 2)
      .toString("latin1"),
  ).toBe("PK");
  expect(await actsOf(ready, "trail.read", await idOf(ready, "Ruth"))).toBe(before + 3);
});

test("an auditor verifies the whole trail in the browser, and a copy that was changed shows where it breaks", async ({
  ready,
  visitor,
}) => {
  const ruth = await idOf(ready, "Ruth");
  const page = await visitor("Ruth");
  await page.goto("/audit");
  const box = page.getByRole("region", { name: "Verification of the trail" });
  await expect(box).toContainText("This browser has not verified it yet");
  const before = await actsOf(ready, "trail.read", ruth);
  await box.getByRole("button", { name: "Verify in this browser" }).click();
  await expect(box).toContainText(/Verified in this browser to #[\d,]{3,}/);
  await expect(box).toContainText(/entries were hashed from their own bytes|Every entry was hashed/);
  // Reading all of it is in the trail, once.
  expect(await actsOf(ready, "trail.read", ruth)).toBe(before + 1);
  await page.reload();
  await expect(box).toContainText(/Verified in this browser to #[\d,]{3,}/);

  // One letter of one entry is another on the way.
  await page.route("**/audit/log", async (route) => {
    const body = await (await route.fetch()).body();
    body.write("feed", body.lastIndexOf('"seed"', body.indexOf('"idx":100,')) + 1);
    await route.fulfill({ body, contentType: "application/octet-stream" });
  });
  await box.getByRole("button", { name: "Verify again" }).click();
  await expect(box.getByRole("heading", { name: "Broken at #100" })).toBeVisible();
  await expect(box).toContainText("Entries #0 to #99 are as they were signed. Nothing from #100 on can be trusted");
  const saved = page.waitForEvent("download");
  await box.getByRole("button", { name: "Save this discrepancy" }).click();
  const found = JSON.parse(readFileSync(await (await saved).path(), "utf8")) as { at: number; hashes: object };
  expect(found).toMatchObject({ format: "countersign-discrepancy", at: 100, log: "tlog.localhost" });
  await page.reload();
  await expect(box.getByRole("heading", { name: "Broken at #100" })).toBeVisible();
  // The line is cut at the entry; before it the line is whole, after it nothing can be judged.
  await expect(page.locator('[data-chain="whole"]')).toHaveCount(0);
  await box.getByRole("link", { name: "Entries around it" }).click();
  await expect(page).toHaveURL(/before=103/);
  await expect(page.getByText("Does not match", { exact: true }).first()).toBeVisible();
  await expect(page.locator('[data-chain="after"]')).not.toHaveCount(0);
  await expect(page.locator('[data-chain="whole"]')).not.toHaveCount(0);

  // A log that has become shorter is no longer the one that was verified, however well it is signed.
  await page.unroute("**/audit/log");
  await box.getByRole("button", { name: "Verify again" }).click();
  await expect(box).toContainText(/Verified in this browser to #[\d,]{3,}/);
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("countersign-log:tlog.localhost") ?? "{}") as { verified: object };
    kept.verified = { ...kept.verified, size: 1_000_000 };
    localStorage.setItem("countersign-log:tlog.localhost", JSON.stringify(kept));
  });
  await page.reload();
  await box.getByRole("button", { name: "Verify again" }).click();
  await expect(box.getByRole("heading", { name: "This trail does not hold" })).toBeVisible();
  await expect(box).toContainText("and had 1000000 when it was verified before");
});
