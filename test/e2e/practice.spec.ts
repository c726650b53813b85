import { type By, Hand } from "./support/hand.ts";
import { governed, select } from "./support/governed.ts";
import { expect, test, watch, withCookie } from "./support/journey.ts";
import { newPerson } from "./support/people.ts";
import type { Ready } from "./support/product.ts";

/** Events of people: what machines end meanwhile is nobody's practice. */
const eventsOfPeople = async (ready: Ready): Promise<string> =>
  (await select<{ n: string }>(ready, "select count(*) as n from audit.event where person is not null"))[0]?.n ?? "";

for (const by of ["pointer", "keyboard"] satisfies By[])
  test(`somebody new practises, by ${by}: what they find and what they miss is told, and nothing of it is recorded`, async ({
    browser,
    ready,
    problems,
  }) => {
    const { name, password, email } = await newPerson(ready, browser, `Robin ${by}`, ["approver"]);
    const page = await withCookie(browser, ready, { email, password });
    watch(page, name, problems);
    const [events, before] = [await eventsOfPeople(ready), await governed(ready)];
    const hand = new Hand(page, by);
    await hand.home();
    await expect(page.getByRole("heading", { name: /^Practice first: about three minutes/ })).toBeVisible();
    await hand.press(page.getByRole("link", { name: "Practise a decision" }));
    await expect(page.getByRole("heading", { level: 1, name: /\(practice\), version 4/ })).toBeVisible();
    await expect(page.getByText("nothing here is recorded")).toBeVisible();

    await hand.read();
    await hand.press(page.getByRole("button", { name: "Request changes…" }));
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("this signs nothing");
    await hand.write(dialog.getByLabel("Your reason"), "Self-employed applicants are served worse than before.");
    await hand.write(dialog.getByLabel(/Your password/), "not the password");
    await hand.press(dialog.getByRole("button", { name: /^Sign: / }));
    await expect(dialog.getByRole("alert")).toContainText(/password/i);
    await hand.write(dialog.getByLabel(/Your password/), password);
    await hand.press(dialog.getByRole("button", { name: /^Sign: / }));
    await expect(page.getByRole("heading", { name: "Found: your decision stops the version" })).toBeFocused();
    await hand.press(page.getByRole("link", { name: "its row of the comparison with production" }));
    const row = page.getByRole("row", { name: /self-employed/ });
    await expect(row).toContainText("worse");
    await expect(row).toBeInViewport();

    await hand.press(page.getByRole("button", { name: "Practise again" }), { move: "Shift+Tab" });
    await expect(page.getByRole("heading", { name: /^Read this version as you would any other/ })).toBeVisible();
    await hand.read();
    await hand.press(page.getByRole("button", { name: "Approve and sign…" }));
    await hand.write(dialog.getByLabel(/Your password/), password);
    await hand.press(dialog.getByRole("button", { name: "Sign: approve" }));
    await expect(page.getByRole("heading", { name: "Missed: your decision lets the defect through" })).toBeVisible();
    await expect(page.getByText("first of two approvals")).toBeVisible();
    await hand.press(page.getByRole("link", { name: "Next: your inbox" }));
    await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Practice first/ })).toHaveCount(0);
    expect(await eventsOfPeople(ready)).toBe(events);
    expect(await governed(ready)).toEqual(before);
  });

test("the offer is put away and taken back; put away for good, practice stays under Help and in the palette", async ({
  browser,
  ready,
  problems,
  as,
}) => {
  const { name, email, password } = await newPerson(ready, browser, "Robin Later", ["validator"]);
  const page = await withCookie(browser, ready, { email, password });
  watch(page, name, problems);
  await page.goto("/inbox");
  const offer = page.getByRole("region", { name: /^Practice first/ });
  const skip = offer.getByRole("button", { name: "Skip for good" });
  await skip.click();
  await expect(offer).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(offer).toBeVisible();
  await skip.click();
  await expect(offer).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await page.goto("/help");
  await expect(page.getByRole("region", { name: "Practice" })).toContainText("not practised yet");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("practise");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/practice$/);
  await page.getByRole("button", { name: "Request changes…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your reason").fill("Self-employed applicants are served worse than before.");
  await dialog.getByLabel(/Your password/).fill(password);
  await dialog.getByRole("button", { name: /^Sign: / }).click();
  await expect(page.getByRole("heading", { name: /^Found/ })).toBeVisible();
  const administrator = await as("Ingrid");
  await administrator.goto("/people");
  await expect(administrator.getByRole("listitem").filter({ hasText: email })).toContainText("practised");
});

test("a condition that names the check is partly an answer; who judges nothing is told which roles practise", async ({
  as,
  ready,
}) => {
  const page = await as("Daniel");
  await page.goto("/practice");
  const again = page.getByRole("button", { name: "Practise again" });
  if ((await again.count()) > 0) await again.click();
  for (const box of await page.getByRole("checkbox", { name: "I have reviewed this" }).all()) {
    await box.click();
    await expect(box).toBeChecked();
  }
  await page.getByText("Propose conditions").first().click();
  await page.getByLabel("What must be done").fill("Retrain with enough self-employed applicants.");
  await page.getByLabel("Answers").selectOption({ label: "Discrimination by segment" });
  await page.getByLabel("Due, at 17:00 UTC").fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Propose this condition" }).click();
  await page.getByRole("button", { name: "Approve with conditions…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your reason").fill("Better over all; the segment is owed a remedy.");
  const daniel = ready.people.find((person) => person.name.startsWith("Daniel"));
  await dialog.getByLabel(/Your password/).fill(daniel?.password ?? "");
  await dialog.getByRole("button", { name: /^Sign: / }).click();
  await expect(page.getByRole("heading", { name: /^Partly/ })).toBeVisible();
  const developer = await as("Tomas");
  await developer.goto("/practice");
  await expect(developer.getByRole("heading", { level: 1, name: "No access" })).toBeVisible();
  await expect(developer.getByText("validator, approver")).toBeVisible();
});
