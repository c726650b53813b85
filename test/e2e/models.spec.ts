import { expect, test } from "./support/journey.ts";

test("a model is found, read from what runs to what is open, and its review opened, by keyboard alone", async ({
  visitor,
}) => {
  const page = await visitor("Priya");
  await page.goto("/models");
  await page.getByLabel("Key, title or owner").focus();
  await page.keyboard.type("retail credit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=retail\+credit/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Retail credit PD" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Retail credit PD");
  await expect(page).toHaveTitle("credit-pd, active · Countersign");
  await expect(page.getByRole("region", { name: "In use" })).toContainText(/champion version \d/);
  await page
    .getByRole("region", { name: "Open" })
    .getByRole("link", { name: /Review of version 4/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("version 4");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "credit-pd" }).click();
  await expect(page).toHaveURL(/\/models\/credit-pd$/);
});

test("a model's page tells its use and limits, who did what, what can be read and what it is made from", async ({
  visitor,
}) => {
  const page = await visitor("Priya");
  await page.goto("/models/credit-pd");
  const use = page.getByRole("region", { name: "Use and limits" });
  await expect(use).toContainText(/From version \d · [\d.]+, in use as champion\. It is approved for production until/);
  await expect(use.getByRole("heading", { level: 3 })).toHaveText(["Approved use", "Not for", "Known limits"]);
  await expect(use).toContainText("Pricing. Collections.");
  await expect(use.getByRole("listitem").filter({ hasText: "Trained on accepted applications only" })).toHaveCount(1);
  const people = page.getByRole("region", { name: "People" });
  for (const [part, who] of [
    ["Owner", "Amara Osei"],
    ["Developed", "Tomas Lind"],
    ["Validated", "Li Wei Chen"],
    ["Approved", "Priya Natarajan"],
    ["May decide", "Li Wei Chen"],
  ] as const)
    await expect(people.getByRole("definition").filter({ hasText: who }).first(), part).toBeVisible();
  const connections = page.getByRole("region", { name: "Connections" });
  await expect(connections).toContainText("Git commit");
  await expect(connections).toContainText("mlflow-artifacts:/");
  await expect(connections).toContainText(/production: version \d · [\d.]+ until/);
  await page.getByRole("region", { name: "Documents" }).getByRole("link", { name: "Model card" }).click();
  await expect(page).toHaveURL(/\/reviews\/rev_\w+#documents$/);
  await expect(page.getByText("Read the model card")).toBeVisible();
});

test("a suspended model says that nothing of it may run, and who approved it and has left", async ({ visitor }) => {
  const page = await visitor("Sofia");
  await page.goto("/models/small-business-pd");
  const use = page.getByRole("region", { name: "Use and limits" });
  await expect(use.getByRole("note")).toContainText("The model is suspended: no version of it may run");
  await expect(use.getByRole("heading", { name: "Approved use" })).toHaveCount(0);
  await expect(use.getByRole("heading", { name: "Intended use" })).toBeVisible();
  const people = page.getByRole("region", { name: "People" });
  await expect(people.getByRole("listitem").filter({ hasText: "Deactivated" }).first()).toBeVisible();
});

test("a filter narrows the table and its CSV; nothing that matches says how to go on", async ({ visitor }) => {
  const page = await visitor("Sofia");
  await page.goto("/models?tier=T1&sort=owner");
  const rows = await page.getByRole("row").count();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const lines = (await (await coming).createReadStream().then(read)).trim().split("\r\n");
  expect(lines.length).toBe(rows);
  expect(lines[0]).toContain('"key","title","task"');
  expect(lines[0]).toContain('"next date","next date is"');
  expect(lines.slice(1).every((line) => line.includes('"T1"'))).toBe(true);
  const twice = await page.goto("/models?q=credit&q=overdraft&sort=__proto__");
  expect(twice?.status()).toBe(200);
  await page.goto("/models?q=nothing+like+this");
  await page.getByRole("link", { name: "Clear the filters" }).click();
  await expect(page).toHaveURL(/\/models$/);
});

test("the list tells the next date of each model and what it is, late ones first when it is asked so", async ({
  visitor,
}) => {
  const page = await visitor("Sofia");
  await page.goto("/models");
  await page.getByRole("link", { name: "Next date" }).click();
  await expect(page).toHaveURL(/sort=date$/);
  await expect(page.getByRole("columnheader", { name: /Next date/ })).toHaveAttribute("aria-sort", "ascending");
  const next = page.getByRole("row").locator("td:nth-child(7)");
  const days = await next.locator("time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual(days.toSorted());
  await expect(next.first()).toContainText(/condition|approval end(s|ed)/);
  // On a telephone the day comes with its words, and nothing runs over the edge.
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.getByText("Next date:").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("two versions are compared from the model's page, at an address that stays; others are chosen", async ({
  visitor,
}) => {
  const page = await visitor("Priya");
  await page.goto("/models/credit-pd");
  await page.getByRole("link", { name: "Compare with version 1" }).click();
  await expect(page).toHaveURL(/\/models\/credit-pd\/compare\/1\.\.2$/);
  const metrics = page.getByRole("region", { name: "Metrics compared" });
  await expect(metrics.getByRole("row", { name: /ROC AUC/ })).toContainText(/up by.*better/s);
  await expect(metrics.getByRole("row", { name: /Calibration error/ })).toContainText(/down by.*better/s);
  await expect(
    page.getByRole("region", { name: "Checks compared" }).getByRole("row", { name: /change against/ }),
  ).toContainText("needs a condition");
  const settings = page.getByRole("region", { name: "Settings compared" });
  await expect(settings.getByRole("row", { name: /parameter estimator/ })).toContainText("LGBMClassifier");
  await expect(settings.getByRole("row", { name: /^file mlflow\/MLmodel/ })).toHaveCount(1);
  await expect(page.locator("ins").filter({ hasText: "0.8105" })).toHaveCount(1);
  await page.getByRole("combobox", { name: "with" }).selectOption({ label: "Version 4 · 2.0" });
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL(/\/compare\/1\.\.4$/);
  await page.getByRole("link", { name: "The other way round" }).click();
  await expect(page).toHaveURL(/\/compare\/4\.\.1$/);
  await expect(metrics.getByRole("row", { name: /ROC AUC/ })).toContainText("not comparable");
  for (const none of ["1..99", "1", "a..b", "1..2..3"])
    expect((await page.goto(`/models/credit-pd/compare/${none}`))?.status()).toBe(404);
});

async function read(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

test("a selection is saved under a name, found again, and forgotten; it is taken along as a workbook", async ({
  visitor,
}) => {
  const page = await visitor("Sofia");
  await page.goto("/models?tier=T1&sort=open");
  await page.waitForLoadState("networkidle");
  await page.getByText("Save this view").click();
  const name = `Highest first ${Date.now()}`;
  await page.getByLabel("Its name").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await expect(views.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  await page.goto("/models");
  await views.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/tier=T1&sort=open$/);

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Excel" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("models.xlsx");
  await views.getByRole("button", { name: `Forget the view ${name}` }).click();
  await expect(views.getByRole("link", { name })).toHaveCount(0);
});

test("a version that no review is about leads to its model", async ({ visitor }) => {
  const page = await visitor("Priya");
  await page.goto("/models/chargeback-risk/versions/1");
  await expect(page).toHaveURL(/\/models\/chargeback-risk$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Chargeback risk");
});
