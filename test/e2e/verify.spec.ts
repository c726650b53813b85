import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { countersign, withToken } from "./support/cli.ts";
import { expect, test, watch } from "./support/journey.ts";

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "countersign-verify-"));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const choose = (page: Page, file: string): Promise<void> => page.getByLabel("Evidence bundle").setInputFiles(file);
const axe = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map((violation) => violation.id);

test("a stranger verifies a bundle in the browser: nothing is uploaded, and a changed one is refused", async ({
  browser,
  ready,
}) => {
  const bundle = join(folder, "evidence.zip");
  expect(
    (
      await countersign(
        ["export", "evidence", "credit-pd/1", "-o", bundle],
        withToken(ready, ready.operatorToken ?? ""),
      )
    ).code,
  ).toBe(0);
  const bytes = await readFile(bundle);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  const changed = join(folder, "changed.zip");
  await writeFile(changed, bytes);

  const context = await browser.newContext({ baseURL: ready.portal });
  const page = await context.newPage();
  const problems: string[] = [];
  const sent: string[] = [];
  watch(page, "stranger", problems);
  page.on("request", (request) => request.method() !== "GET" && sent.push(`${request.method()} ${request.url()}`));
  await page.goto("/verify");
  await expect(page.getByText("This page is the operator’s own")).toBeVisible();
  await expect(page.getByText(ready.log.vkey)).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await choose(page, bundle);
  const verified = page.getByRole("heading", { name: "Verified" });
  await expect(verified).toBeFocused();
  await expect(page.getByText("Against this instance’s own claim.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Review for production" })).toContainText("Daniel Okafor");
  await expect(page.getByText("14 of 14 steps passed")).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await page.getByRole("button", { name: "Check another file" }).click();
  await choose(page, changed);
  await expect(page.getByRole("heading", { name: "1 discrepancy" })).toBeFocused();
  await expect(page.getByText("Do not rely on it.")).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await page.getByRole("button", { name: "Check another file" }).click();
  await page.getByRole("textbox", { name: "Verifier key" }).fill("other.log+00000000+AAAA");
  await choose(page, bundle);
  await expect(page.getByText("No key to trust was given")).toBeVisible();

  await page.getByRole("button", { name: "Check another file" }).click();
  const letter = join(folder, "letter.txt");
  await writeFile(letter, "Dear auditor");
  await choose(page, letter);
  await expect(page.getByRole("heading", { name: "Could not decide" })).toBeFocused();
  expect(sent).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test("whoever has no bundle at hand takes the demo's: one is sound, and in the other a signed reason was rewritten", async ({
  visitor,
}) => {
  const page = await visitor(null);
  await page.goto("/verify");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "one of this demo" }).click();
  await expect(page.getByRole("heading", { name: "Verified" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Review for production" })).toContainText("Daniel Okafor");
  await page.getByRole("button", { name: "Check another file" }).click();
  await page.getByRole("button", { name: "a copy in which a signed reason was rewritten" }).click();
  await expect(page.getByRole("heading", { name: /discrepanc/ })).toBeFocused();
  await expect(page.getByText("Do not rely on it.")).toBeVisible();
  expect((await page.request.get("/verify/samples/secrets.json")).status()).toBe(404);
});
