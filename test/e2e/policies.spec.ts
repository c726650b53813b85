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

test("a draft is tried on what was decided before it may be proposed, and its dry run goes with the proposal", async ({
  visitor,
}) => {
  const page = await visitor("Sofia");
  await page.goto("/policies/credit-pd-production");
  await page.getByRole("link", { name: "Draft a revision" }).click();
  const text = page.getByRole("textbox", { name: "The policy, as YAML" });
  const propose = page.getByRole("button", { name: "Propose this revision" });
  const before = await text.inputValue();
  expect(before.split("\n")[0]).toBe("policy: 1");
  await expect(propose).toHaveAttribute("aria-disabled", "true");
  await expect(propose).toHaveAccessibleDescription(/closed until a dry run of exactly this text/);

  // What is wrong is told by line, and what was typed outlives a reload.
  const line = before.split("\n").findIndex((one) => one.startsWith("reviewDays:")) + 1;
  await text.fill(before.replace(/reviewDays: \d+/, "reviewDays: soon"));
  await page.reload();
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect(page.getByRole("region", { name: "What is wrong" })).toContainText(`Line ${line} reviewDays`);
  await expect(propose).toHaveAttribute("aria-disabled", "true");

  // ROC AUC of version 1 was 0.79: under this draft it would have been blocked.
  await text.fill(before.replace(/(check: perf\.roc_auc[\s\S]*?than: )[\d.]+/, "$10.85"));
  await page.getByRole("button", { name: "Dry run" }).click();
  const found = page.getByRole("region", { name: "Dry run" });
  const first = found.getByRole("listitem").filter({ hasText: "credit-pd, version 1" });
  await expect(first).toContainText("would be blocked");
  await expect(first).toContainText(/0\.79\d+ is below 0\.85/);
  await expect(page.getByRole("region", { name: /^Against revision/ }).getByRole("row")).toHaveCount(2);
  await expect(propose).toHaveAttribute("aria-disabled", "false");
  await text.press("End");
  await text.pressSequentially(" ");
  await expect(propose).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("The text has changed since the dry run.")).toBeVisible();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(text).toHaveValue(before);

  await page.goto("/policies/t4-binary-production/draft");
  await text.fill((await text.inputValue()).replace(/reviewDays: (\d+)/, "reviewDays: 21"));
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect(propose).toHaveAttribute("aria-disabled", "false");
  await propose.click();
  await expect(page).toHaveURL(/\/policies\/t4-binary-production\?revision=\d+$/);
  await expect(page.getByRole("region", { name: "Dry run" })).toBeVisible();
  await expect(page.getByText("You proposed it: another")).toBeVisible();
});

test("drafting is closed to whom no policy is for, who learns whom to ask; what there is not stays not found", async ({
  visitor,
}) => {
  const page = await visitor("Ruth");
  await page.goto("/policies");
  await expect(page.getByRole("link", { name: "New policy" })).toHaveCount(0);
  for (const address of ["/policies/new", "/policies/staging/draft"]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No access");
    await expect(page.getByRole("listitem").filter({ hasText: "Sofia Marchetti model risk manager" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "The policy, as YAML" })).toHaveCount(0);
  }
  expect((await page.goto("/policies/there-is-none/draft"))?.status()).toBe(404);
});

test("a new policy that takes the key of another is told to be its next revision", async ({ visitor }) => {
  const page = await visitor("Sofia");
  await page.goto("/policies/new");
  const text = page.getByRole("textbox", { name: "The policy, as YAML" });
  const begun = await text.inputValue();
  expect(begun).toMatch(/^# .*\n(.*\n)*key: new-policy\n/);
  await text.fill(begun.replace("key: new-policy", "key: staging"));
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect(page.getByRole("note").filter({ hasText: "staging is a policy already." })).toBeVisible();
  await text.fill(begun.replace("key: new-policy", "key: new"));
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect(page.getByRole("region", { name: "What is wrong" })).toContainText("is an address of the portal");
});

test("the command line tries a policy without proposing it", async ({ ready }) => {
  const [standing] = await select<{ bytes: Buffer }>(
    ready,
    `select b.bytes from gov.policy p join gov.policy_revision r on r.policy_id = p.id join audit.blob b on b.sha256 = r.sha256
     where p.key = 'credit-pd-production' and r.state = 'published'`,
  );
  const document = JSON.parse(standing?.bytes.toString("utf8") ?? "{}") as {
    checks: { check: string; limits: { than: number }[] }[];
  };
  for (const rule of document.checks)
    if (rule.check === "perf.roc_auc") rule.limits = rule.limits.map((limit) => ({ ...limit, than: 0.85 }));
  const folder = mkdtempSync(join(tmpdir(), "countersign-policy-"));
  const file = join(folder, "stricter.json");
  writeFileSync(file, JSON.stringify(document, null, 1));
  const counted = "select count(*)::int as n from gov.policy_revision";
  const [before] = await select<{ n: number }>(ready, counted);
  const token = withToken(ready, (await terminal(ready, "Sofia")).bearer);
  const tried = await countersign(["policy", "dry-run", file], token);
  expect([tried.code, tried.err]).toEqual([0, ""]);
  expect(tried.out).toMatch(/credit-pd\/1 for production, approved with conditions: would be blocked/);
  expect(tried.out).toMatch(/\+ Discrimination \(ROC AUC\): failed, which blocks approval\. 0\.79\d+ is below 0\.85/);
  expect(await select(ready, counted)).toEqual([before]);
  writeFileSync(file, '{\n "policy": 1,\n "reviewDays": 0\n}');
  const wrong = await countersign(["policy", "dry-run", file], token);
  expect(wrong.code).not.toBe(0);
  expect(wrong.err).toMatch(/line 3: reviewDays/);
});
