import { expect, giveCredentials, test } from "./support/journey.ts";
import { type Running, startProduct } from "./support/product.ts";
import { http } from "./support/terminal.ts";

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

const first = { email: "first@example.org", password: "a password of twelve" };

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
