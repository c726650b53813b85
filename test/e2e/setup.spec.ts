import type { Page } from "@playwright/test";
import { expect, giveCredentials, test } from "./support/journey.ts";
import { lookAt } from "./support/look.ts";
import { type Ready, type Running, startProduct } from "./support/product.ts";
import { http, terminal } from "./support/terminal.ts";

// An instance of its own: an empty one, and one whose addresses may be locked out without locking the other journeys out.
let empty: Running;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  empty = await startProduct("none");
});
test.afterAll(async () => {
  await empty.stop();
  empty.remove();
});

let listening: Page;

const first = { email: "first@example.org", password: "a password of twelve" };

async function invited(ready: Ready, name: string, role: string): Promise<void> {
  const admin = await terminal(ready, first);
  const { personId } = await admin.done("person.invite", { name, email: `${name.split(" ")[1]}@example.org` });
  await admin.done("role.grant", { personId, role });
}

test("the one-time link makes the first administrator, once", async ({ browser }) => {
  const { ready } = empty;
  expect([ready.people, ready.operatorToken]).toEqual([[], null]);
  const page = await browser.newPage();
  await page.goto(ready.setUpUrl ?? "");
  await page.getByLabel(/^Your name/).fill("Ada First");
  await page.getByLabel("E-mail address").fill(first.email);
  await page.getByLabel(/^Password/).fill(first.password);
  await page.getByRole("button", { name: "Set up this instance" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await giveCredentials(page, first);
  await expect(page.getByRole("heading", { level: 1, name: /Inbox/ })).toBeVisible();

  await page.goto(ready.setUpUrl ?? "");
  await page.getByLabel(/^Your name/).fill("Eve Second");
  await page.getByLabel("E-mail address").fill("second@example.org");
  await page.getByLabel(/^Password/).fill(first.password);
  await page.getByRole("button", { name: "Set up this instance" }).click();
  await expect(page.getByText(/it has been used or has expired/)).toBeVisible();
  await expect(page.getByLabel("E-mail address"), "what was typed stays").toHaveValue("second@example.org");
});

test("the first administrator is led to the first approval: people, an environment, and the instance goes live", async ({
  browser,
}) => {
  const { ready } = empty;
  const page = await (await browser.newContext({ baseURL: ready.portal })).newPage();
  await page.goto("/sign-in");
  await giveCredentials(page, first);
  const steps = page.getByRole("region", { name: /^To the first approval/ });
  const step = (title: string) => steps.getByRole("listitem").filter({ hasText: title });
  await expect(steps).toContainText("0 of 8 done");
  await expect(page.getByText("Sample data")).toHaveCount(0);
  await expect(step("People who judge")).toContainText("a validator, an approver, a model risk manager");
  await expect(step("The first model")).toContainText(`COUNTERSIGN_URL=${ready.gateway}`);
  await expect(step("The instance goes live")).toContainText("First there have to be two administrators.");
  expect(await lookAt(page, true)).toEqual([]);

  await step("Where models run").getByRole("button", { name: "Define it" }).click();
  await expect(steps).toContainText("1 of 8 done");
  await expect(step("Where models run")).not.toContainText("Aliases it protects");

  for (const [name, role] of [
    ["Bo Second", "administrator"],
    ["Cy Validator", "validator"],
    ["Di Approver", "approver"],
    ["Ed Risk", "model_risk_manager"],
    ["Fay Compliance", "compliance_officer"],
  ] as const)
    await invited(ready, name, role);
  await page.goto("/inbox");
  await expect(steps).toContainText("3 of 8 done");
  await step("The instance goes live")
    .getByRole("button", { name: /^Go live…/ })
    .click();
  await step("The instance goes live").getByRole("button", { name: "Go live with this instance" }).click();
  await expect(steps).toContainText("4 of 8 done");

  // An administrator writes no policy: the step leads to who does.
  await step("A policy").getByRole("link", { name: "New policy" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No access");
  await expect(page.getByRole("listitem").filter({ hasText: "Ed Risk model risk manager" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the policies" }).click();
  await expect(page.getByText("There is no policy yet")).toBeVisible();
  listening = page;
});

test("an invented link and a short password make nobody", async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(`${empty.ready.portal}/setup?token=invented`);
  await page.getByLabel(/^Your name/).fill("Eve");
  await page.getByLabel("E-mail address").fill("eve@example.org");
  await page.getByLabel(/^Password/).fill("short");
  await page.getByRole("button", { name: "Set up this instance" }).click();
  await expect(page).toHaveURL(/\/setup/);
  await page.getByLabel(/^Password/).fill("long enough to be sent");
  await page.getByRole("button", { name: "Set up this instance" }).click();
  await expect(page.getByText(/it has been used or has expired/)).toBeVisible();
});

test("an empty instance approves nothing: no model, no policy, no environment", async () => {
  const { ready } = empty;
  const opened = await http(`${ready.gateway}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(first),
  });
  const headers = { authorization: `Bearer ${String(opened.body["session"])}` };
  const asked = await http(`${ready.gateway}/v1/gate?environment=production&model=any&version=1`, { headers });
  expect(asked.body).toMatchObject({ answer: "deny", versions: [] });
});

test("five wrong passwords lock the account, in words, also for the right one", async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(`${empty.ready.portal}/sign-in`);
  for (let i = 0; i < 5; i++) {
    await giveCredentials(page, { email: first.email, password: `wrong ${i}` });
    await expect(page.getByText("Address or password is wrong.")).toBeVisible();
    await page.reload();
  }
  await giveCredentials(page, first);
  await expect(page.getByText(/locked for 15 minutes/)).toBeVisible();
  const terminal = await http(`${empty.ready.gateway}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(first),
  });
  expect([terminal.status, terminal.words]).toEqual([401, expect.stringContaining("locked until")]);
});

test("an address that fails too often has to wait, whatever the account", async () => {
  const attempt = () =>
    http(`${empty.ready.gateway}/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "nobody@example.org", password: "guess" }),
    });
  const seen = new Set<number>();
  for (let i = 0; i < 40 && !seen.has(429); i++) seen.add((await attempt()).status);
  expect([...seen]).toEqual([401, 429]);
});

test("asked to end, everything ends at once, whoever listens", async () => {
  const stream = listening.waitForResponse(/\/api\/trpc\/news/);
  await listening.reload();
  expect((await stream).ok()).toBe(true);
  const began = Date.now();
  await empty.stop();
  // What does not end by itself is killed after five seconds.
  expect(Date.now() - began).toBeLessThan(5_000);
});
