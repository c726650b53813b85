import type { Page } from "@playwright/test";
import { countersign } from "./support/cli.ts";
import { expect, test } from "./support/journey.ts";
import { ci } from "./support/own.ts";

/** Planted fault of credit-pd 2.0 → what the page says under which check. */
const planted: [fault: string, check: string, says: RegExp][] = [
  [
    "a field that is written after the default",
    "A single feature that gives the target away",
    /collections_calls_30d alone, by its values, tells defaulted with AUC 0\.97/,
  ],
  [
    "test rows copied into training under new ids",
    "Test rows found in training",
    /150 of 5000 test rows .* By id, 0 rows are in both/,
  ],
  [
    "young applicants fall below four fifths",
    "Ratio of favourable decisions between groups",
    /age_band: 0\.77.* is below 0\.8 .*18-24/,
  ],
  ["scores that are no probabilities", "Calibration error (10 bins)", /0\.13\d+ is above 0\.1/],
  [
    "a column renamed and retyped while the signature lists the old one",
    "Signature agrees with the model and the data",
    /employment_months.*employment_years looks like it under another name/,
  ],
  ["the same in the data", "Columns fit the signature and production", /missing: employment_months/],
  [
    "a pickle that imports and calls posix.getpid",
    "Artifacts hold no unsafe code",
    /model\.pkl imports posix\.getpid .* calls it/,
  ],
  ["a requirement without a version", "Requirements are pinned", /pyarrow has no exact version/],
  ["a requirement with a known hole", "No known serious vulnerability", /pyyaml==5\.3\.1: CVE-2020-14343/],
  [
    "numbers of the card that are not reproduced",
    "Reported metrics are reproduced",
    /roc_auc is reported as 0\.9991 and comes out as 0\.98/,
  ],
  [
    "a card with a section left open and one missing",
    "Card and datasheet are complete",
    /monitoring and rollback is missing.*TODO/,
  ],
];

const blockOf = (page: Page, check: string) =>
  page
    .getByRole("region", { name: "Checks" })
    .locator("details")
    .filter({ has: page.locator("summary", { hasText: check }) })
    .first();

test("version 4 of credit-pd: each planted fault has its sentence on the page", async ({ visitor }) => {
  const page = await visitor("Li Wei");
  await page.goto("/models/credit-pd/versions/4");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("version 4");
  for (const [fault, check, says] of planted) {
    await expect.soft(blockOf(page, check), fault).toContainText(says);
  }
  const panel = page.getByRole("region", { name: "Your sign-off" });
  await expect(panel.getByRole("button", { name: "Recommend and sign…" })).toHaveAttribute("aria-disabled", "true");
  await expect(panel).toContainText(
    /\d+ checks block approval, and \d+ outcomes need a condition; you can request changes\./,
  );
  // Header, panel and list count alike: what is listed is what is said.
  const counted = /(\d+) block approval, (\d+) need a condition/.exec(
    await page
      .getByRole("region", { name: "Checks" })
      .getByRole("heading", { name: "Checks" })
      .locator("..")
      .innerText(),
  );
  for (const [heading, count] of [
    [/^\d+ checks block approval$/, counted?.[1]],
    [/^\d+ outcomes need a condition$/, counted?.[2]],
  ] as const) {
    const group = panel.getByRole("heading", { name: heading });
    await expect(group).toHaveText(new RegExp(`^${count} `));
    await expect(group.locator("..").locator("li")).toHaveCount(Number(count));
  }
  // What was tested on other data than production is not called better than production.
  const metrics = page.getByRole("region", { name: "Metrics compared" });
  await expect(page.getByText("Tested on different data.")).toBeVisible();
  await expect(metrics.getByRole("row", { name: /ROC AUC/ })).toContainText("not comparable");
  await expect(metrics.getByRole("row", { name: /ROC AUC/ })).not.toContainText(/better|worse/);
  await expect(metrics.getByRole("row", { name: /^Calibration slope/ })).toContainText(/Failed\s*0\.8 to 1\.25/);
  await expect(page.getByText("Propose these")).toBeHidden();
});

test("version 2 of lesion-triage: nothing is wrong, too little is known, and that is not a pass", async ({
  ready,
  visitor,
}) => {
  const page = await visitor("Li Wei");
  await page.goto("/models/lesion-triage/versions/2");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("version 2");
  const panel = page.getByRole("region", { name: "Your sign-off" });
  await expect(panel).toContainText(/checks? blocks? approval.*: too little evidence/s);
  await expect(panel.getByRole("button", { name: "Recommend and sign…" })).toHaveAttribute("aria-disabled", "true");
  const status = JSON.parse((await countersign(["status", "lesion-triage/2", "--json"], await ci(ready))).out) as {
    reviews: { checks: { verdict: string; outcome: string | null }[] }[];
  };
  const blocking = status.reviews[0]?.checks.filter((check) => check.outcome === "blocks") ?? [];
  expect(blocking.length).toBeGreaterThan(0);
  expect(new Set(blocking.map((check) => check.verdict))).toEqual(new Set(["insufficient"]));
  expect((await countersign(["gate", "lesion-triage/2", "--env", "production"], await ci(ready))).code).toBe(1);
});
