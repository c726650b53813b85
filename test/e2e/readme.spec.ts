import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countersign } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, giveCredentials, passwordOf, test } from "./support/journey.ts";
import { ci, fresh } from "./support/own.ts";
import { root } from "./support/product.ts";
import { readAll, sign } from "./support/review.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

test("the first signed decision by the README alone: six steps with cloning and starting, and they lead there", async ({
  ready,
  visitor,
}) => {
  const chapter = readme.split("### As a reviewer")[1]?.split("### ")[0] ?? "";
  const steps = chapter.match(/^\d+\. /gm) ?? [];
  // Before them: `git clone`, and the one command that installs, builds and starts.
  expect(steps.length + 2).toBeLessThanOrEqual(6);
  expect(readme).toContain("`npx -y pnpm@12 demo`");
  const [, email = "", password = ""] = /`([^`]+@[^`]+)`, `([^`]+)`/.exec(chapter) ?? [];
  expect(password).toBe(passwordOf(ready, "Priya"));

  const page = await visitor(null);
  await page.goto("/sign-in");
  await giveCredentials(page, { email, password });
  await page
    .getByRole("region", { name: "Your turn" })
    .getByRole("link", { name: /Retail credit PD, version 2 / })
    .click();
  await readAll(page);
  await sign(page, "Approve with conditions…", "Both conditions have an owner and a date; I accept them.", password);
  await expect(page.getByRole("region", { name: "Your sign-off" })).toContainText("Waiting for approver");
  expect(
    await select(
      ready,
      "select d.act from gov.decision d join gov.review r on r.id = d.review_id join gov.version v on v.id = r.version_id join gov.model m on m.id = v.model_id where m.key = 'credit-pd' and v.number = 2 and d.role = 'approver' and d.state = 'valid'",
    ),
  ).toEqual([{ act: "approve_with_conditions" }]);
});

test("the README's line that registers a version works from where it is typed", async ({ ready }) => {
  const line = /^cs register (.*)$/m.exec(readme)?.[1]?.replace("my-first", fresh("readme")) ?? "";
  expect(line).toContain("--file");
  const made = await countersign(["register", ...line.trim().split(/\s+/)], await ci(ready), root);
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^credit-pd\/\d+\n$/)]);
});
