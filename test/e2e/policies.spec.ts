import type { Page } from "@playwright/test";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countersign, withToken } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { terminal, personOf } from "./support/terminal.ts";

test("a revision is proposed from a file, read with what it changes, and confirmed by a second person", async ({
  ready,
  visitor,
}) => {
  const [standing] = await select<{ bytes: Buffer }>(
    ready,
    `select b.bytes from gov.policy p join gov.policy_revision r on r.policy_id = p.id join audit.blob b on b.sha256 = r.sha256
     where p.key = 'staging' and r.state = 'published'`,
  );
  const document = JSON.parse(standing?.bytes.toString("utf8") ?? "{}") as { reviewDays: number };
  const file = join(mkdtempSync(join(tmpdir(), "countersign-policy-")), "staging.json");
  writeFileSync(file, JSON.stringify({ ...document, reviewDays: document.reviewDays + 3 }));
  const sofia = await terminal(ready, "Sofia");
  const proposed = await countersign(["policy", "publish", file], withToken(ready, sofia.bearer));
  expect([proposed.code, proposed.err]).toEqual([0, ""]);
  const number = Number(/revision (\d+) proposed/.exec(proposed.out)?.[1]);
  const waiting = (page: Page) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByText("staging", { exact: true }) })
      .getByRole("link", { name: `Revision ${number} to confirm` });

  // Who proposed it is told that another person has to confirm, and gets no button.
  const own = await visitor("Sofia");
  await own.goto("/policies");
  await waiting(own).click();
  await expect(own.getByText("You proposed it: another")).toBeVisible();
  await expect(own.getByRole("button", { name: /Publish revision/ })).toHaveCount(0);

  const page = await visitor("Hanna");
  await page.goto("/policies");
  await waiting(page).click();
  const row = page.getByRole("row", { name: /reviewDays/ });
  await expect(row).toContainText(`${document.reviewDays}`);
  await expect(row).toContainText(`${document.reviewDays + 3}`);
  await page.getByLabel(/Your password/).fill("not the password");
  await page.getByRole("button", { name: `Publish revision ${number}` }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Say again who you are" })).toBeVisible();
  await page.getByLabel(/Your password/).fill(personOf(ready, "Hanna").password);
  await page.getByRole("button", { name: `Publish revision ${number}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`revision ${number}`);
  await expect(page.getByText("In force", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Revision 1", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("revision 1");
  await expect(page.getByText("Superseded").first()).toBeVisible();
});
