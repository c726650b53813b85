import { expect, test } from "./support/journey.ts";
import { fresh, ownModel, ownVersion } from "./support/own.ts";
import type { Ready } from "./support/product.ts";
import { terminal } from "./support/terminal.ts";

const commented = async (ready: Ready, who: string, reviewId: string, body: string): Promise<void> => {
  await (await terminal(ready, who)).done("review.comment", { reviewId, body });
};

test("a page says that it has changed, and moves nothing until it is asked", async ({ ready, visitor }) => {
  const model = fresh("live");
  await ownModel(ready, model);
  const { reviewId, path } = await ownVersion(ready, model, "one");
  const liwei = await visitor("Li Wei");
  await liwei.goto(path);
  const review = liwei.getByText("This review has changed");
  const remark = liwei.getByText("Which sample is this?", { exact: true });
  const inbox = await visitor("Daniel");
  await inbox.goto("/inbox");
  // Every page begins to listen a little after it is there.
  await liwei.waitForTimeout(3_000);
  const number = liwei.getByRole("navigation", { name: "Main" }).getByText(/^#\d/);
  const before = await number.textContent();
  await expect(review).toHaveCount(0);

  await commented(ready, "Tomas", reviewId, "Which sample is this?");
  await expect(review).toBeVisible();
  await expect(remark).toHaveCount(0);
  await expect(inbox.getByText("Reviews have changed")).toBeVisible();
  // The trail grows in sight, and is signed.
  await expect(number).not.toHaveText(before ?? "");
  await liwei.getByRole("button", { name: "Show", exact: true }).click();
  await expect(remark).toBeVisible();
  await expect(review).toHaveCount(0);
});

test("what one does oneself is no news, and one stream serves all windows", async ({ ready, visitor }) => {
  const model = fresh("live-own");
  await ownModel(ready, model);
  const { path, reviewId } = await ownVersion(ready, model, "one");
  const page = await visitor("Li Wei");
  const streams: string[] = [];
  page.context().on("request", (request) => {
    if (request.url().includes("/api/trpc/news")) streams.push(request.url());
  });
  await page.goto(path);
  await page.waitForTimeout(3_000);
  const second = await page.context().newPage();
  await second.goto("/inbox");
  await second.waitForTimeout(3_000);
  expect(streams).toHaveLength(1);

  await page.getByLabel("Add to the discussion").fill("Read; the second table has no source.");
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByText("Read; the second table has no source.", { exact: true })).toBeVisible();
  await expect(second.getByText("Reviews have changed")).toBeVisible();
  await page.waitForTimeout(4_000);
  await expect(page.getByText("This review has changed")).toHaveCount(0);
  // The first window is closed: the second listens for itself.
  await page.close();
  await second.getByRole("button", { name: "Show", exact: true }).click();
  await expect(second.getByText("Reviews have changed")).toHaveCount(0);
  await second.waitForTimeout(1_500);
  await commented(ready, "Tomas", reviewId, "The source is the warehouse.");
  await expect(second.getByText("Reviews have changed")).toBeVisible();
  expect(streams).toHaveLength(2);
});
