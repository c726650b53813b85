import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ciToken, countersign, withToken } from "./support/cli.ts";
import { expect, passwordOf, test } from "./support/journey.ts";
import { root } from "./support/product.ts";
import { aboutToSign, readAll, send, sign } from "./support/review.ts";

const credit = join(root, "test/fixtures/stories/credit");

test("a version arrives from CI, is checked, signed by the right people, enforced, and verified by a stranger", async ({
  ready,
  as,
}) => {
  test.setTimeout(240_000);
  const ci = withToken(ready, await ciToken(ready));

  // CI registers the bytes of version 1.1 once more, under a label of its own, and asks for production.
  const descriptor = readFileSync(join(credit, "countersign-1.1.yaml"), "utf8").replace(
    /^label: .*$/m,
    'label: "1.1-rc2"',
  );
  const folder = mkdtempSync(join(tmpdir(), "countersign-story-"));
  cpSync(credit, folder, { recursive: true });
  writeFileSync(join(folder, "countersign.yaml"), descriptor);
  const registered = await countersign(["register", folder], ci);
  expect(registered.err + registered.out).toContain("credit-pd/");
  const name = registered.out.trim().split("\n").at(-1) ?? "";
  const number = name.split("/")[1] ?? "";
  expect((await countersign(["submit", name, "--env", "production"], ci)).code).toBe(0);
  const status = await countersign(["status", name, "--wait", "--json"], ci);
  const { reviews } = JSON.parse(status.out) as {
    reviews: { state: string; url: string; checks: { check: string; verdict: string; outcome: string | null }[] }[];
  };
  const review = reviews[0];
  expect(
    review?.checks
      .filter((check) => check.outcome === "condition")
      .map((check) => check.check)
      .toSorted(),
  ).toEqual(["champion.churn", "fairness.equalized_odds_difference"]);
  expect(review?.checks.filter((check) => check.outcome === "blocks")).toEqual([]);
  const path = new URL(review?.url ?? "").pathname;

  // Nobody may run it yet.
  expect((await countersign(["gate", name, "--env", "production"], ci)).code).toBe(1);

  // The validator finds it in the inbox, raises a finding and sees it answered.
  const liwei = await as("Li Wei");
  await liwei
    .getByRole("region", { name: "Your turn" })
    .getByRole("link", { name: new RegExp(`Retail credit PD, version ${number} `) })
    .click();
  await expect(liwei.getByRole("heading", { level: 1 })).toContainText(`version ${number}`);
  await liwei.getByText("Raise a finding").click();
  await liwei.getByLabel("What is wrong, in a line").fill("The card does not say who is decided on differently");
  await liwei.getByLabel(/Why it matters/).fill("A tenth of the decisions change against production; name the groups.");
  await liwei.getByLabel("Severity").selectOption("high");
  await liwei.getByRole("button", { name: "Raise finding" }).click();
  await expect(liwei.getByText("high, open")).toBeVisible();
  const tomas = await as("Tomas");
  await tomas.goto(path);
  await tomas
    .getByLabel("Your answer")
    .fill("Mostly thin files between 0.15 and 0.25; section 4 of the card lists them.");
  await tomas.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(tomas.getByText("high, answered")).toBeVisible();
  await expect(tomas.getByRole("region", { name: "Your sign-off" })).toContainText("asks for no signature of yours");
  await liwei.reload();
  await liwei.getByLabel("How it was verified").fill("Read section 4: it names the groups and their share.");
  await liwei.getByRole("button", { name: "Close finding" }).click();
  await expect(liwei.getByText("high, closed")).toBeVisible();

  // She proposes a condition for each outcome that needs one, reads everything and recommends.
  const proposal = liwei.locator("form", { has: liwei.getByText("Condition 1") });
  for (const [i, text] of [
    "Report error rates by age band monthly for two quarters.",
    "Review 200 changed decisions within 60 days.",
  ].entries()) {
    await proposal.getByLabel("What must be done").nth(i).fill(text);
    await proposal
      .getByLabel("Due, at 17:00 UTC")
      .nth(i)
      .fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
    await proposal.getByLabel("Owner").nth(i).selectOption({ label: "Amara Osei" });
  }
  await proposal.getByRole("button", { name: "Propose these 2 conditions" }).click();
  const conditions = liwei.getByRole("region", { name: "Findings and conditions" });
  await expect(conditions.getByText("Report error rates by age band monthly")).toBeVisible();
  await expect(liwei.getByRole("region", { name: "Checks" })).toContainText("condition proposed (C1)");
  await readAll(liwei);
  const signing = await aboutToSign(
    liwei,
    "Recommend and sign…",
    "Better than production beyond chance; both outcomes have an owner and a date.",
    passwordOf(ready, "Li Wei"),
  );
  // The dialog names each check that was not passed, with the condition that covers it.
  await expect(signing.getByText(/^Covered by condition 1: .+, \d/)).toBeVisible();
  await expect(signing.getByText(/^Covered by condition 2: .+, \d/)).toBeVisible();
  await send(signing);
  // At once she has a receipt, to which the focus goes: what, when, which entry of the log, whom it waits for now.
  const receipt = liwei.getByRole("region", { name: "Your sign-off" });
  await expect(receipt.getByRole("heading", { name: "Recommends approval with conditions" })).toBeFocused();
  await expect(receipt).toContainText(`Retail credit PD, version ${number}`);
  await expect(receipt.getByText(/\d\d:\d\d UTC/)).toBeVisible();
  await expect(receipt).toContainText("Waiting for approver");
  await expect(receipt.getByRole("link", { name: /^as entry #/ })).toHaveAttribute("href", /^\/audit\/\d+$/, {
    timeout: 30_000,
  });

  // Two approvers, neither sees the other's decision first; nobody is approved by one.
  const priya = await as("Priya");
  await priya.goto(path);
  await readAll(priya);
  await expect(priya.getByRole("button", { name: "Approve and sign…" })).toHaveAttribute("aria-disabled", "true");
  await sign(
    priya,
    "Approve with conditions…",
    "Evidence is complete; I accept both conditions.",
    passwordOf(ready, "Priya"),
  );
  await expect(priya.getByRole("region", { name: "Your sign-off" })).toContainText("Waiting for approver");
  expect((await countersign(["gate", name, "--env", "production"], ci)).code).toBe(1);
  const daniel = await as("Daniel");
  await daniel.goto(path);
  await expect(daniel.getByText("1 decision has been given.")).toBeVisible();
  await expect(daniel.getByRole("region", { name: "Signatures" })).not.toContainText("Priya Natarajan");
  await expect(daniel.getByText(/signed: approve|I accept both conditions/)).toHaveCount(0);
  await readAll(daniel);
  await sign(
    daniel,
    "Approve with conditions…",
    "I read every section; the conditions cover what is open.",
    passwordOf(ready, "Daniel"),
  );
  await expect(daniel.getByRole("region", { name: "Your sign-off" })).toContainText("approved with conditions");
  await expect(daniel.getByRole("region", { name: "Signatures" })).toContainText("Priya Natarajan");

  // Enforced: the alias that production protects has moved, and the gate says who and until when.
  const allowed = await countersign(["gate", "credit-pd@champion", "--env", "production"], ci);
  expect(allowed.code).toBe(0);
  expect(allowed.out).toContain("Daniel Okafor");
  expect(allowed.out).toContain(`credit-pd/${number}`);
  const denied = await countersign(["gate", "credit-pd/4", "--env", "production"], ci);
  expect(denied.code).toBe(1);

  // The auditor takes the bundle elsewhere and checks it without us.
  const auditor = withToken(ready, ready.operatorToken ?? "");
  const bundle = join(folder, "evidence.zip");
  expect((await countersign(["export", "evidence", name, "-o", bundle], auditor)).code).toBe(0);
  const verified = await countersign(["verify", bundle, "--trust", ready.log.vkey]);
  expect(verified.err + verified.out).toContain("approved with conditions");
  expect(verified.code).toBe(0);
});
