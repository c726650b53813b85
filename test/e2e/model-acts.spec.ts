import { expect, test } from "./support/journey.ts";
import { fresh } from "./support/own.ts";
import { personOf, terminal } from "./support/terminal.ts";
import { select } from "./support/governed.ts";

test("a proposed model is accepted, tiered, suspended and restored in the browser, by who may and by nobody else", async ({
  ready,
  visitor,
}) => {
  const key = fresh("inventory");
  await (
    await terminal(ready, "Amara")
  ).done("model.register", {
    key,
    title: "Made in the browser",
    task: "binary",
    purpose: "A journey.",
  });
  const others = await visitor("Priya");
  await others.goto(`/models/${key}`);
  await expect(others.getByRole("button", { name: "Accept into the inventory" })).toHaveCount(0);

  const page = await visitor("Sofia");
  await page.goto(`/models/${key}`);
  await expect(page.getByRole("region", { name: "Use and limits" })).toContainText("There is no version yet.");
  await expect(page.getByRole("region", { name: "Documents" })).toContainText("There is no version yet.");
  await expect(page.getByRole("region", { name: "People" })).toContainText("nobody yet");
  await expect(page.getByRole("region", { name: "Connections" })).toContainText("no environment");
  await page.getByRole("button", { name: "Accept into the inventory" }).click();
  await expect(page.getByRole("main").getByText("Registered", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept into the inventory" })).toHaveCount(0);

  await page.getByText("Put it into a tier").click();
  const questions = page.getByRole("main").getByRole("combobox");
  await expect(page.getByText("10 questions are open.")).toBeVisible();
  for (let at = 0; at < 10; at++) await questions.nth(at).selectOption({ index: 2 });
  await expect(page.getByText("These answers give")).toContainText("Tier 4");
  await page.getByLabel(/It is a high-risk system/).check();
  const told = (await page.getByText("These answers give").textContent()) ?? "";
  await page.getByRole("button", { name: "Set the tier" }).click();
  await expect(page.getByRole("heading", { name: /Tier/ }).first()).toBeVisible();
  await expect(page.getByText("Tier it anew")).toBeVisible();
  const [row] = await select<{ tier: string }>(ready, "select tier from gov.model where key = $1", [key]);
  expect(told).toContain(`Tier ${row?.tier.slice(1)}`);

  await page.getByText("Suspend the model", { exact: true }).click();
  await expect(page.getByText("Every gate denies every version of it")).toBeVisible();
  const { password } = personOf(ready, "Sofia");
  await page.getByLabel(/Why it has to stop/).fill("Scores drifted since the release of Friday.");
  await page.getByLabel(/Your password/).fill("not the password");
  await page.getByRole("button", { name: "Suspend the model and sign" }).click();
  await expect(page.getByRole("alert").or(page.getByText(/password/i).nth(1))).toBeVisible();
  await expect(page.getByLabel(/Why it has to stop/)).toHaveValue(/drifted/);
  await page.getByLabel(/Your password/).fill(password);
  await page.getByRole("button", { name: "Suspend the model and sign" }).click();
  await expect(page.getByText("Suspended", { exact: true }).first()).toBeVisible();

  await page.getByText("Restore the model", { exact: true }).click();
  await page.getByLabel(/Why it may run again/).fill("The feed was mended and scores are back.");
  await page.getByLabel(/Your password/).fill(password);
  await page.getByRole("button", { name: "Restore the model and sign" }).click();
  await expect(page.getByText("Restore the model", { exact: true })).toHaveCount(0);
  // No version of it runs anywhere: it is in the inventory again, as it was.
  await expect(page.getByText("Registered", { exact: true }).first()).toBeVisible();
  const acts = await select<{ act: string }>(
    ready,
    "select e.act from audit.event e join gov.model m on e.stream = 'model:' || m.id where m.key = $1 order by e.id",
    [key],
  );
  expect(acts.map(({ act }) => act)).toEqual([
    "model.proposed",
    "model.accepted",
    "model.tiered",
    "model.suspended",
    "model.restored",
  ]);
});

test("a proposal is refused with its reason, and nothing more can be done with it", async ({ ready, visitor }) => {
  const key = fresh("refused");
  await (
    await terminal(ready, "Amara")
  ).done("model.register", {
    key,
    title: "Not a model",
    task: "binary",
    purpose: "A spreadsheet.",
  });
  const page = await visitor("Sofia");
  await page.goto(`/models/${key}`);
  await page.getByText("Refuse the proposal").first().click();
  await page
    .getByLabel(/Why it is not a model/)
    .fill("It is a spreadsheet of prices: no model in the sense of the policy.");
  await page.getByRole("button", { name: "Refuse the proposal" }).click();
  await expect(page.getByText("Rejected", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Suspend the model")).toHaveCount(0);
  await expect(page.getByText("Put it into a tier")).toHaveCount(0);
});
