import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countersign, withToken } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import type { Ready } from "./support/product.ts";
import { idOf, terminal } from "./support/terminal.ts";

const actsOf = async (ready: Ready, act: string, personId: string): Promise<number> => {
  const [found] = await select<{ n: string }>(
    ready,
    "select count(*) as n from audit.event where convert_from(core, 'UTF8')::jsonb ->> 'act' = $1 and convert_from(core, 'UTF8')::jsonb -> 'actor' ->> 'person' = $2",
    [act, personId],
  );
  return Number(found?.n);
};

test("an auditor reads the trail: the reading is itself in it, and a filter finds the decisions", async ({
  ready,
  as,
}) => {
  const ruth = await idOf(ready, "Ruth");
  const before = await actsOf(ready, "trail.read", ruth);
  const page = await as("Ruth");
  await page.getByRole("link", { name: "Audit trail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible();
  await expect.poll(() => actsOf(ready, "trail.read", ruth)).toBeGreaterThan(before);
  await page.getByLabel("Kind of act").selectOption("decision");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/act=decision/);
  await expect(page.getByRole("listitem").filter({ hasText: "Priya Natarajan" }).first()).toBeVisible();
});

test("an auditor exports from a terminal: the export is in the log, and a stranger verifies it without any of our servers", async ({
  ready,
}) => {
  const ruth = await idOf(ready, "Ruth");
  const before = await actsOf(ready, "evidence.exported", ruth);
  const { bearer } = await terminal(ready, "Ruth");
  const file = join(mkdtempSync(join(tmpdir(), "countersign-audit-")), "evidence.zip");
  expect((await countersign(["export", "evidence", "credit-pd/1", "-o", file], withToken(ready, bearer))).code).toBe(0);
  expect(await actsOf(ready, "evidence.exported", ruth)).toBe(before + 1);
  expect((await countersign(["verify", file, "--trust", ready.log.vkey])).code).toBe(0);
  const untrusting = await countersign(["verify", file]);
  expect([untrusting.code, untrusting.err]).toEqual([2, expect.stringContaining("--trust")]);
});
