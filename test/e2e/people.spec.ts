import { countersign, withToken } from "./support/cli.ts";
import { expect, test } from "./support/journey.ts";
import { fresh } from "./support/own.ts";
import { terminal } from "./support/terminal.ts";

test("somebody is invited, gets a role that signs by two administrators, signs in, and is deactivated", async ({
  ready,
  visitor,
}) => {
  const name = `Nora ${fresh("new")}`;
  const email = `${fresh("nora")}@northgate.example`;
  const ingrid = await visitor("Ingrid");
  await ingrid.goto("/people");
  await ingrid.getByLabel("Name, as it is printed").fill(name);
  await ingrid.getByLabel("E-mail address").fill(email);
  await ingrid.getByRole("button", { name: "Invite" }).click();
  const note = ingrid.getByRole("note").filter({ hasText: `Give this link to ${name}` });
  const link = (await note.locator("code").innerText()).trim();

  const row = (page: typeof ingrid) => page.getByRole("listitem").filter({ hasText: email });
  await expect(row(ingrid)).toContainText("never signed in · no signature");
  await row(ingrid).locator("summary").click();
  await row(ingrid).getByLabel("Another role").selectOption("approver");
  await row(ingrid).getByRole("button", { name: "Grant" }).click();
  await expect(row(ingrid)).toContainText("approver, to confirm");
  const waiting = (page: typeof ingrid) =>
    page
      .getByRole("region", { name: "Waiting for a second administrator" })
      .getByRole("listitem")
      .filter({ hasText: name });
  await expect(waiting(ingrid)).toContainText("You asked for it: another administrator confirms.");
  await expect(waiting(ingrid).getByRole("button")).toHaveCount(0);

  const marcus = await visitor("Marcus");
  await marcus.goto("/people");
  await waiting(marcus).getByRole("button", { name: "Confirm" }).click();
  await expect(waiting(marcus)).toHaveCount(0);

  const nora = await visitor(null);
  await nora.goto(link);
  await nora.getByLabel(/Password/).fill("a long enough password");
  await nora.getByRole("button", { name: "Set password" }).click();
  await expect(nora.getByRole("heading", { level: 1 })).toContainText("Sign in");
  await nora.getByLabel("E-mail address").fill(email);
  await nora.getByLabel("Password").fill("a long enough password");
  await nora.getByRole("button", { name: "Sign in" }).click();
  await expect(nora.getByRole("heading", { level: 1 })).toContainText("Inbox");

  await marcus.reload();
  await expect(row(marcus)).toContainText(/last signed in \w{3} \d+ \w{3} \d{4} · no signature/);
  await row(marcus).locator("summary").click();
  await row(marcus).getByRole("button", { name: "Deactivate…" }).click();
  await row(marcus)
    .getByRole("button", { name: `Deactivate ${name}` })
    .click();
  await expect(row(marcus)).toContainText("deactivated");
  await nora.reload();
  await expect(nora).toHaveURL(/\/sign-in/);
  await expect(terminal(ready, { email, password: "a long enough password" })).rejects.toThrow("cannot sign in");
});

test("a token is made in the portal, works at the command line, and ends when it is revoked", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Ingrid");
  await page.goto("/people");
  const label = fresh("nightly");
  await page.getByText("Make a token").click();
  await page.getByLabel("What it is for").fill(label);
  await page.getByLabel("Who answers for it").selectOption({ label: "Tomas Lind" });
  await page.getByRole("button", { name: "Make it" }).click();
  const secret = (
    await page.getByRole("note").filter({ hasText: "Copy this secret now" }).locator("code").innerText()
  ).trim();
  const asked = (): ReturnType<typeof countersign> =>
    countersign(["status", "credit-pd/2", "--json"], withToken(ready, secret));
  expect((await asked()).code).toBe(0);
  const row = page.getByRole("listitem").filter({ hasText: label });
  // The first press says what follows, and may be taken back; only the second revokes.
  await row.getByRole("button", { name: /^Revoke…/ }).click();
  await expect(row).toContainText("refused from now on");
  await expect(row.getByRole("button", { name: "Keep" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: /^Revoke…/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await row.getByRole("button", { name: /^Revoke / }).click();
  await expect(row).toContainText("revoked");
  expect((await asked()).code).not.toBe(0);
});

test("an auditor reads who may do what, and changes nothing; an approver is told whom to ask", async ({ visitor }) => {
  const ruth = await visitor("Ruth");
  await ruth.goto("/people");
  await expect(ruth.getByRole("heading", { level: 1 })).toContainText("People");
  await expect(ruth.getByRole("button", { name: /Invite|Grant|Revoke|Take away/ })).toHaveCount(0);
  const signs = (page: typeof ruth) => page.getByRole("listitem").filter({ hasText: "priya" }).first();
  await expect(signs(ruth)).toContainText(/signed in.* · \d+ signatures/);
  const sofia = await visitor("Sofia");
  await sofia.goto("/people");
  await expect(signs(sofia)).toContainText(/\d+ signatures/);
  await expect(signs(sofia)).not.toContainText("signed in");
  const priya = await visitor("Priya");
  const answer = await priya.goto("/people");
  expect(answer?.status()).toBe(403);
  await expect(priya.getByRole("heading", { level: 1 })).toHaveText("No access");
  await expect(priya.getByRole("main")).toContainText("takes the role of administrator, auditor, model risk manager");
  await expect(priya.getByRole("main")).toContainText("You are approver.");
  await expect(priya.getByRole("listitem").filter({ hasText: "Ruth Adeyemi auditor" })).toBeVisible();
  await expect(priya.getByRole("listitem").filter({ hasText: /^Ingrid Solheim$/ })).toBeVisible();
  const letter = new URL(
    (await priya.getByRole("link", { name: "Ask for access by mail" }).getAttribute("href")) ?? "",
  );
  expect([letter.protocol, letter.pathname]).toEqual(["mailto:", ""]);
  expect(letter.searchParams.get("subject")).toMatch(/^Access to http\S+\/people$/);
  expect(letter.searchParams.get("body")).toMatch(/^I am Priya Natarajan .* the role of administrator, auditor,/);
  await priya.getByRole("link", { name: "Back to the inbox" }).click();
  await expect(priya).toHaveURL(/\/inbox$/);
  await expect(priya.getByRole("link", { name: "People" })).toHaveCount(0);
});
