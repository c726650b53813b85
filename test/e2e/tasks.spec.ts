import { expect, type Locator, type Page } from "@playwright/test";
import { type By, Hand } from "./support/hand.ts";
import { test } from "./support/journey.ts";
import { fresh, ownModel, ownVersion } from "./support/own.ts";
import { recommended } from "./support/signing.ts";
import { operator, personOf } from "./support/terminal.ts";

// Each task has models of its own, so that both workers share them.
test.describe.configure({ mode: "parallel" });

const both = ["pointer", "keyboard"] as const;
const told: string[] = [];

/** Does a task twice, by pointer and by keyboard alone, each within the goal. */
async function twice(task: string, goal: number, as: (by: By) => Promise<Page>, work: (hand: Hand) => Promise<void>) {
  const figures: string[] = [];
  for (const by of both) {
    const hand = new Hand(await as(by), by);
    await hand.home();
    await work(hand);
    expect(hand.presses, `${task}, by ${by}`).toBeLessThanOrEqual(goal);
    figures.push(`${by} ${hand.presses}${hand.marks > 0 ? ` + ${hand.marks} marks` : ""}`);
    if (hand.moves > 0) figures.push(`${hand.moves} moves`);
  }
  told.push(`${task}: goal ${goal}, ${figures.join(", ")}`);
}
test.afterAll(() => process.stdout.write(`${told.join("\n")}\n`));

const row = (page: Page, model: string): Locator =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .getByRole("link", { name: new RegExp(`^${model}, version`) });

const decisions = [
  { task: "approve and sign", who: "Daniel", button: "Approve with conditions…", key: "c", reads: true },
  { task: "request changes", who: "Li Wei", button: "Request changes…", key: "r", reads: false },
  { task: "reject", who: "Daniel", button: "Reject…", key: "x", reads: false },
];
for (const { task, who, button, key, reads } of decisions) {
  test(`a reviewer sees what waits: ${task}`, async ({ ready, visitor }) => {
    const made = { pointer: "", keyboard: "" };
    for (const by of both) {
      made[by] = fresh(`task-${task.replaceAll(" ", "-")}-${by}`);
      await ownModel(ready, made[by]);
      const { reviewId } = await ownVersion(ready, made[by], "one");
      if (who === "Daniel") await recommended(ready, reviewId);
    }
    await twice(
      "Reviewer: see what waits",
      0,
      () => visitor(who),
      ({ page, by }) => expect(row(page, made[by])).toBeVisible(),
    );
    await twice(
      `Reviewer: ${task}`,
      3,
      () => visitor(who),
      async (hand) => {
        const { page } = hand;
        await hand.press(row(page, made[hand.by]), { move: "j" });
        await expect(page.getByRole("heading", { level: 1 })).toContainText("version");
        await page.waitForLoadState("networkidle");
        if (reads) await hand.read();
        await hand.shortcut(key, page.getByRole("button", { name: button }));
        const dialog = page.getByRole("dialog", { name: /^Sign/ });
        await hand.write(dialog.getByLabel("Your reason"), "Read from beginning to end; nothing in it is left open.");
        await hand.write(dialog.getByLabel(/Your password/), personOf(ready, who).password);
        await hand.shortcut("Enter", dialog.getByRole("button", { name: /^Sign: / }));
        await expect(dialog).toHaveCount(0);
      },
    );
  });
}

test("who has something to sign takes it, and a risk manager asks somebody", async ({ ready, visitor }) => {
  const made = { pointer: fresh("task-take-pointer"), keyboard: fresh("task-take-keyboard") };
  for (const by of both) {
    await ownModel(ready, made[by]);
    await recommended(ready, (await ownVersion(ready, made[by], "one")).reviewId);
  }
  const menu = async ({ page, by }: Hand): Promise<Locator> =>
    page.getByRole("button", { name: new RegExp(`^Put off or hand over: ${made[by]}`) });
  await twice(
    "Reviewer: take it",
    3,
    () => visitor("Priya"),
    async (hand) => {
      await hand.press(await menu(hand));
      await hand.press(hand.page.getByRole("button", { name: "I take it" }));
      await expect(hand.page.getByRole("status").filter({ hasText: "You took it." })).toBeVisible();
    },
  );
  await twice(
    "Reviewer: hand it over",
    3,
    () => visitor("Priya"),
    async (hand) => {
      await hand.press(await menu(hand));
      await hand.press(hand.page.getByRole("button", { name: "Hand over", exact: true }));
      await expect(hand.page.getByText("Daniel Okafor").first()).toBeVisible();
    },
  );
});

test("an engineer sees where versions stand, and why", async ({ visitor }) => {
  const mine = (page: Page): Locator => page.getByRole("link", { name: /^Sent by me/ });
  const entries = (page: Page): Locator => page.getByRole("main").getByRole("listitem").getByRole("link");
  await twice(
    "Engineer: where my versions stand",
    1,
    () => visitor("Tomas"),
    async (hand) => {
      await hand.press(mine(hand.page));
      await expect(hand.page).toHaveURL(/tab=mine/);
      await expect(entries(hand.page).first()).toBeVisible();
    },
  );
  await twice(
    "Engineer: why it is blocked",
    2,
    () => visitor("Tomas"),
    async (hand) => {
      await hand.press(mine(hand.page));
      await expect(hand.page).toHaveURL(/tab=mine/);
      await hand.press(entries(hand.page).first());
      await expect(hand.page).toHaveURL(/\/reviews\/rev_/);
    },
  );
});

test("compliance and the auditor find who decided, check it, and take it along", async ({ visitor }) => {
  await twice(
    "Compliance: the certificate of a version",
    3,
    () => visitor("Hanna"),
    async (hand) => {
      await hand.find("credit-pd/1");
      const button = hand.page.getByRole("button", { name: /Approval certificate/ });
      await expect(button).toBeVisible();
      await hand.page.waitForLoadState("networkidle");
      const file = hand.page.waitForEvent("download");
      await hand.shortcut("e", button);
      expect((await file).suggestedFilename()).toMatch(/\.pdf$/);
    },
  );
  await twice(
    "Compliance: the evidence bundle of a version",
    3,
    () => visitor("Hanna"),
    async (hand) => {
      await hand.find("credit-pd/1");
      const button = hand.page.getByRole("button", { name: /Evidence bundle/ });
      await expect(button).toBeVisible();
      const file = hand.page.waitForEvent("download");
      await hand.press(button);
      expect((await file).suggestedFilename()).toMatch(/\.zip$/);
    },
  );
  await twice(
    "Compliance: who approved it",
    2,
    () => visitor("Hanna"),
    async (hand) => {
      await hand.find("retail credit");
      await expect(hand.page.getByText(/Daniel Okafor approves with conditions/).first()).toBeVisible();
    },
  );
  await twice(
    "Auditor: verify one entry",
    3,
    () => visitor("Ruth"),
    async (hand) => {
      await hand.find("#605");
      const button = hand.page.getByRole("button", { name: "Verify in this browser" });
      await expect(button).toBeVisible();
      await hand.press(button);
      await expect(hand.page.getByRole("main").getByRole("status")).toContainText("in the signed tree");
    },
  );
  await twice(
    "Auditor: a sample of 25 decisions",
    3,
    () => visitor("Ruth"),
    async (hand) => {
      await hand.find("sample");
      await expect(hand.page.getByRole("heading", { level: 1 })).toHaveText("Sample of decisions");
      await hand.write(hand.page.getByLabel("Seed"), "4-2-6-1");
      await hand.shortcut("Enter", hand.page.getByRole("button", { name: "Draw" }));
      await expect(hand.page).toHaveURL(/seed=4-2-6-1/);
    },
  );
});

test("a model risk manager suspends a model, from anywhere", async ({ ready, visitor }) => {
  const { password } = personOf(ready, "Sofia");
  await twice(
    "Risk manager: suspend a model",
    3,
    () => visitor("Sofia"),
    async (hand) => {
      const model = fresh(`task-halt-${hand.by}`);
      await ownModel(ready, model);
      await hand.find(`suspend ${model}`);
      await expect(hand.page.getByRole("heading", { level: 1 })).toHaveText(model);
      const reason = hand.page.getByLabel(/Why it has to stop/);
      await expect(reason).toBeFocused();
      await hand.write(reason, "Scores drifted since the release of Friday.");
      await hand.write(hand.page.getByLabel(/Your password/), password);
      await hand.shortcut("Enter", hand.page.getByRole("button", { name: "Suspend the model and sign" }));
      await expect(hand.page.getByText("Suspended", { exact: true }).first()).toBeVisible();
    },
  );
});

test("an administrator makes a token and gives somebody a role", async ({ ready, visitor }) => {
  const people = ({ page }: Hand) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "People" });
  await twice(
    "Administrator: a new token",
    3,
    () => visitor("Ingrid"),
    async (hand) => {
      await hand.press(people(hand));
      await hand.press(hand.page.locator("summary", { hasText: "Make a token" }));
      await hand.write(hand.page.getByLabel("What it is for"), fresh(`task-token-${hand.by}`));
      await hand.shortcut("Enter", hand.page.getByRole("button", { name: "Make it" }));
      await expect(hand.page.getByRole("note").filter({ hasText: "Copy this secret now" })).toBeVisible();
    },
  );
  await twice(
    "Administrator: give a role",
    4,
    () => visitor("Ingrid"),
    async (hand) => {
      const name = `Noor ${fresh(hand.by)}`;
      await operator(ready).done("person.invite", { name, email: `${fresh("noor")}-${hand.by}@northgate.example` });
      await hand.press(people(hand));
      const person = hand.page.getByRole("listitem").filter({ hasText: name });
      await hand.press(person.locator("summary"));
      await hand.choose(person.getByLabel("Another role"), "developer");
      await hand.press(person.getByRole("button", { name: "Grant" }));
      await expect(person.getByRole("button", { name: /^Take away/ })).toBeVisible();
    },
  );
});

test("a policy is proposed after its dry run, and another person publishes it", async ({ ready, visitor }) => {
  const keys = { pointer: fresh("task-policy-pointer"), keyboard: fresh("task-policy-keyboard") };
  const policies = ({ page }: Hand) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Policies" });
  const propose = async (hand: Hand): Promise<void> => {
    await hand.press(hand.page.getByRole("button", { name: "Dry run" }));
    const button = hand.page.getByRole("button", { name: "Propose this revision" });
    await expect(button).toHaveAttribute("aria-disabled", "false");
    await hand.press(button);
    await expect(hand.page.getByText("You proposed it: another")).toBeVisible();
  };
  await twice(
    "Risk manager: propose a new policy",
    4,
    () => visitor("Sofia"),
    async (hand) => {
      await hand.press(policies(hand));
      await hand.press(hand.page.getByRole("link", { name: "New policy" }));
      const text = hand.page.getByRole("textbox", { name: "The policy, as YAML" });
      const begun = await text.inputValue();
      // For an environment that there is not: it judges no review of another journey.
      const own = begun.replace(/key: .*/, `key: ${keys[hand.by]}`).replace("[production]", "[nowhere]");
      await hand.paste(text, own);
      await propose(hand);
    },
  );
  await twice(
    "Compliance: publish a policy",
    4,
    () => visitor("Hanna"),
    async (hand) => {
      await hand.press(policies(hand));
      const entry = hand.page.getByRole("listitem").filter({ hasText: keys[hand.by] });
      await hand.press(entry.getByRole("link", { name: "Revision 1 to confirm" }));
      await hand.write(hand.page.getByLabel(/Your password/), personOf(ready, "Hanna").password);
      await hand.shortcut("Enter", hand.page.getByRole("button", { name: "Publish revision 1" }));
      await expect(hand.page.getByText("In force", { exact: true }).first()).toBeVisible();
    },
  );
  await twice(
    "Risk manager: propose a revision",
    4,
    () => visitor("Sofia"),
    async (hand) => {
      await hand.find(`draft ${keys[hand.by]}`);
      const text = hand.page.getByRole("textbox", { name: "The policy, as YAML" });
      await hand.paste(text, (await text.inputValue()).replace(/reviewDays: \d+/, "reviewDays: 9"));
      await propose(hand);
    },
  );
});
