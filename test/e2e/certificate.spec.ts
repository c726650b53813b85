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
  expect(download.suggestedFilename()).toMatch(/^credit-pd-1.*\.pdf$/);
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

  // The attached bundle is stored as it is: a ZIP inside, which begins and ends as one.
  const begins = pdf.indexOf(Buffer.from("PK\x03\x04", "latin1"));
  expect(begins).toBeGreaterThan(0);
  const ends = pdf.lastIndexOf(Buffer.from("PK\x05\x06", "latin1")) + 22;
  writeFileSync(bundle, pdf.subarray(begins, ends));
  const verified = await countersign(["verify", bundle, "--trust", ready.log.vkey]);
  expect([verified.code, verified.err]).toEqual([0, ""]);
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
