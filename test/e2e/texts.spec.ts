import type { Locator, Page } from "@playwright/test";
import { select } from "./support/governed.ts";
import { expect, passwordOf, test } from "./support/journey.ts";
import { fresh, ownModel, type OwnVersion, ownVersion } from "./support/own.ts";
import { aboutToSign, send } from "./support/review.ts";
import { markAll, recommended } from "./support/signing.ts";
import { terminal } from "./support/terminal.ts";

const kinds: Record<string, string> = {
  "right to left": "המודל דוחה יותר מדי צעירים, ראו פרק 4. ينقص شرح في القسم الرابع.",
  emoji: "👩🏽‍🔬 wants 🧪🧪🧪, 👨‍👩‍👧‍👦 and 🏳️‍🌈: ❤️‍🔥 e\u0301 ﷽",
  "markup and code": `<script>alert(1)</script> <img src=x onerror=alert(2)> "'); drop table decision;-- {{7*7}} \${process.env}`,
  "bidirectional controls": "approved \u202Etcejer\u202C by nobody, \u2066isolated\u2069",
};
const long = "Ten thousand characters. ".repeat(400).slice(0, 10_000).trimEnd();

/** The remarks that stand in the discussion; not what somebody is writing. */
const remarks = (page: Page): Locator => page.getByRole("region", { name: "Discussion" }).getByRole("article");

let version: OwnVersion;
test.beforeAll(async ({ ready }) => {
  const model = fresh("texts");
  await ownModel(ready, model);
  version = await ownVersion(ready, model, "one");
});

for (const [kind, text] of Object.entries(kinds)) {
  test(`${kind}: a remark and a finding are shown as they were written`, async ({ visitor }) => {
    const page = await visitor("Li Wei");
    await page.goto(version.path);
    await page.getByLabel("Add to the discussion").fill(text);
    await page.getByRole("button", { name: "Post" }).click();
    await expect(remarks(page).getByText(text, { exact: true })).toBeVisible();
    await page.getByText("Raise a finding").click();
    await page.getByLabel("What is wrong, in a line").fill(text);
    await page.getByLabel(/Why it matters/).fill(text);
    await page.getByLabel("Severity").selectOption("low");
    await page.getByRole("button", { name: "Raise finding" }).click();
    await expect(
      page.getByRole("region", { name: "Findings and conditions" }).getByText(text, { exact: true }),
    ).toHaveCount(2);
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(wide).toBe(0);
  });
}

test("10,000 characters are a remark; one more is refused with a sentence, and what was typed stays", async ({
  visitor,
}) => {
  const page = await visitor("Sofia");
  await page.goto(version.path);
  const field = page.getByLabel("Add to the discussion");
  await field.fill(`${long}.`.padEnd(10_001, "x"));
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByText("has more than 10000 characters")).toBeVisible();
  await expect(field).toHaveValue(`${long}.`.padEnd(10_001, "x"));
  await field.fill(long);
  await page.getByRole("button", { name: "Post" }).click();
  await expect(remarks(page).getByText(long.slice(-60))).toBeVisible();
  await expect(field).toHaveValue("");
});

test("characters that cannot be stored are refused with a sentence", async ({ ready }) => {
  const sofia = await terminal(ready, "Sofia");
  for (const body of ["\ud800 alone", "nul \u0000 inside", "bell \u0007"]) {
    const answer = await sofia.command("review.comment", { reviewId: version.reviewId, body });
    expect([answer.status, answer.words]).toEqual([
      422,
      "What was sent cannot be used body has characters that cannot be stored",
    ]);
  }
});

test("a reason of 10,000 characters, right to left and with emoji, is signed and shown", async ({ ready, visitor }) => {
  const reason = `${kinds["right to left"]} ${kinds["emoji"]} ${long}`.slice(0, 10_000).trimEnd();
  await recommended(ready, version.reviewId);
  await markAll(await terminal(ready, "Priya"), version.reviewId);
  const page = await visitor("Priya");
  await page.goto(version.path);
  await send(await aboutToSign(page, "Approve with conditions…", reason, passwordOf(ready, "Priya")));
  await expect(page.getByRole("region", { name: "Your sign-off" })).toContainText("Waiting for approver");
  await expect(page.getByRole("region", { name: "Signatures" }).getByText(reason.slice(0, 40))).toBeVisible();
  const [kept] = await select<{ encoded: string }>(
    ready,
    "select d.encoded from audit.disclosure d join gov.decision g on g.reason = d.digest where g.review_id = $1 and g.act <> 'recommend'",
    [version.reviewId],
  );
  const [, , text] = JSON.parse(Buffer.from(kept?.encoded ?? "", "base64url").toString("utf8")) as string[];
  expect(text).toBe(reason);
});

test("an answer that is lost on the way is given again: the remark that is posted once more stands once", async ({
  visitor,
  problems,
}) => {
  const page = await visitor("Li Wei");
  await page.goto(version.path);
  const field = page.getByLabel("Add to the discussion");
  const body = `Lost and found, ${fresh("remark")}.`;
  await field.fill(body);
  // The server has done it; its answer does not arrive.
  await page.route("**/api/trpc/review.comment*", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByText("The server did not answer")).toBeVisible();
  await expect(field).toHaveValue(body);
  await page.unroute("**/api/trpc/review.comment*");
  await page.getByRole("button", { name: "Post" }).click();
  await expect(field).toHaveValue("");
  await expect(remarks(page).getByText(body, { exact: true })).toHaveCount(1);
  // Whoever means it twice says it twice.
  await field.fill(body);
  await page.getByRole("button", { name: "Post" }).click();
  await expect(field).toHaveValue("");
  await expect(remarks(page).getByText(body, { exact: true })).toHaveCount(2);
  expect(problems.splice(0)).toEqual([expect.stringContaining("ERR_CONNECTION_RESET")]);
});

test("what is written while a remark is on the way stays in its field", async ({ visitor }) => {
  const page = await visitor("Li Wei");
  await page.goto(version.path);
  const field = page.getByLabel("Add to the discussion");
  const first = `On the way, ${fresh("remark")}.`;
  const next = `Written meanwhile, ${fresh("remark")}.`;
  await field.fill(first);
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/api/trpc/review.comment*", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.getByRole("button", { name: "Post" }).click();
  await field.fill(next);
  arrive();
  await expect(remarks(page).getByText(first, { exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Post" })).toHaveAttribute("aria-disabled", "false");
  await expect(field).toHaveValue(next);
  await expect(remarks(page).getByText(next, { exact: true })).toHaveCount(0);
});
