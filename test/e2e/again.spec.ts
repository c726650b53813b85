import { expect, test } from "./support/journey.ts";
import { fresh, ownModel, ownVersion } from "./support/own.ts";
import { markAll, onWhatIsShown, reason } from "./support/signing.ts";
import { terminal } from "./support/terminal.ts";

test("whoever reviews again sees what changed: what is the same is folded to a line that says so, and stands in full when asked", async ({
  ready,
  visitor,
}) => {
  test.setTimeout(180_000);
  const model = fresh("again");
  await ownModel(ready, model);
  const { reviewId, path } = await ownVersion(ready, model, "one");
  const liwei = await terminal(ready, "Li Wei");
  const view = await markAll(liwei, reviewId);
  const asked = await liwei.signed("review.request_changes", { ...onWhatIsShown(reviewId, view), reason });
  expect(asked.status, asked.words).toBe(200);
  await (
    await terminal(ready, "Tomas")
  ).done("review.resume", { reviewId, why: "Measured once more, as was asked for." });
  await expect
    .poll(
      async () => (await liwei.ask<{ round: { number: number; state: string } }>("review.view", { reviewId })).round,
      { timeout: 120_000 },
    )
    .toMatchObject({ number: 2, state: "sealed" });

  const page = await visitor("Li Wei");
  await page.goto(path);
  const band = page.getByRole("region", { name: "Since your review", exact: true });
  const changed = band.getByRole("link", { name: "Only what changed since your review" });
  const everything = band.getByRole("link", { name: "Everything" });
  await expect(band).toContainText("Since your review of round 1");
  await expect(changed).toHaveAttribute("aria-current", "true");
  const data = page.getByRole("region", { name: "Data and lineage", exact: true });
  const sets = data.getByRole("region", { name: "Data sets" });
  await expect(data).toContainText("Nothing has changed since your review of round 1");
  await expect(data.getByRole("checkbox", { name: "I have reviewed this" })).toBeChecked();
  await expect(sets).toBeHidden();
  // Folded is not gone: the line opens in its place.
  await data.getByText("Nothing has changed since your review").click();
  await expect(sets).toBeVisible();

  await everything.click();
  await expect(page).toHaveURL(/show=all$/);
  await expect(everything).toHaveAttribute("aria-current", "true");
  await expect(page.getByText("Nothing has changed since your review")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Document files" })).toBeVisible();
  await page.reload();
  await expect(sets).toBeVisible();
  await changed.click();
  await expect(page).toHaveURL(/show=changed$/);
  await expect(sets).toBeHidden();

  // To somebody who comes to it now all of it is new.
  const sofia = await visitor("Sofia");
  await sofia.goto(path);
  await expect(sofia.getByRole("region", { name: "Document files" })).toBeVisible();
  await expect(sofia.getByRole("region", { name: "Since your review", exact: true })).toHaveCount(0);
});
