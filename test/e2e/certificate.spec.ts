import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countersign } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { ci } from "./support/own.ts";
import type { Ready } from "./support/product.ts";

const exports = async (ready: Ready): Promise<number> => {
  const [found] = await select<{ n: string }>(
    ready,
    "select count(*) as n from audit.event where convert_from(core, 'UTF8')::jsonb ->> 'act' = 'evidence.exported'",
  );
  return Number(found?.n);
};

/** The attached bundle: an embedded file stream without a filter, as long as its Size says (ISO 32000 §7.11.4). */
function bundleOf(pdf: Buffer): Buffer {
  const at = pdf.indexOf("/Subtype /application#2Fzip");
  const size = Number(/\/Size (\d+)/.exec(pdf.subarray(at, at + 200).toString("latin1"))?.[1]);
  const begins = pdf.indexOf("\nstream\n", at) + 8;
  return pdf.subarray(begins, begins + size);
}

test("the certificate of an approval, from the review's page: a PDF, recorded as an export, whose bundle a stranger verifies", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/models/credit-pd/versions/1");
  const before = await exports(ready);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Approval certificate (PDF)" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^certificate-credit-pd-1-production-\d+\.pdf$/);
  expect(await exports(ready)).toBe(before + 1);
  const pdf = readFileSync(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");

  // The command line prints the same certificate, of another export.
  const folder = mkdtempSync(join(tmpdir(), "countersign-certificate-"));
  const [byCli, bundle] = [join(folder, "by-cli.pdf"), join(folder, "bundle.zip")];
  const settings = { ...(await ci(ready)), COUNTERSIGN_TOKEN: ready.operatorToken ?? "" };
  const printed = await countersign(["export", "certificate", "credit-pd/1", "-o", byCli], settings);
  expect([printed.code, printed.err]).toEqual([0, expect.any(String)]);
  expect(readFileSync(byCli).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await exports(ready)).toBe(before + 2);

  writeFileSync(bundle, bundleOf(pdf));
  const verified = await countersign(["verify", bundle, "--trust", ready.log.vkey]);
  expect([verified.code, verified.err]).toEqual([0, ""]);
});

test("the evidence bundle of a version, from the review's page: recorded as an export, and a stranger verifies it", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/models/credit-pd/versions/1");
  const before = await exports(ready);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Evidence bundle (ZIP)" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^evidence-credit-pd-1-\d+\.zip$/);
  expect(await exports(ready)).toBe(before + 1);
  const verified = await countersign(["verify", await download.path(), "--trust", ready.log.vkey]);
  expect([verified.code, verified.err]).toEqual([0, ""]);
  const elsewhere = { headers: { "sec-fetch-site": "cross-site" } };
  expect((await page.request.post(`${page.url()}/evidence`, elsewhere)).status()).toBe(403);
  expect(await exports(ready)).toBe(before + 1);
});

test("a review that is not approved has no certificate to give", async ({ visitor }) => {
  const page = await visitor("Ruth");
  await page.goto("/models/credit-pd/versions/4");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("version 4");
  await expect(page.getByRole("button", { name: /certificate/i })).toHaveCount(0);
  const answer = await page.request.post(`${page.url()}/certificate`);
  expect(answer.status()).toBe(409);
  expect(await answer.text()).toContain("Back to the review");
});
