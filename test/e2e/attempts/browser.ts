import type { Page } from "@playwright/test";
import { expect, giveCredentials, withCookie } from "../support/journey.ts";
import { select } from "../support/governed.ts";
import { newPerson } from "../support/people.ts";
import { aboutToSign, pressedInVain, send, sign } from "../support/review.ts";
import { markAll, recommended } from "../support/signing.ts";
import { idOf, operator, personOf, terminal } from "../support/terminal.ts";
import type { BrowserAttempt, Stage } from "./attempt.ts";

const withConditions = "Approve with conditions…";
const why = "I have read every section and accept the condition.";
const at =
  (name: string, path: (stage: Stage) => string) =>
  async (stage: Stage): Promise<Page> => {
    const page = await withCookie(stage.browser, stage.ready, personOf(stage.ready, name));
    await page.goto(path(stage));
    return page;
  };
const reviewing = (name: string, of: "open" | "own" | "half") => at(name, (stage) => stage[of].path);
const panel = (page: Page) => page.getByRole("region", { name: "Your sign-off" });

/** Opens the dialog, and while it stands open `meanwhile` happens; what was typed must still be there afterwards. */
const interrupted =
  (meanwhile: (stage: Stage, page: Page) => Promise<unknown>) =>
  async (page: Page, stage: Stage): Promise<string> => {
    await meanwhile(stage, page);
    const dialog = page.getByRole("dialog");
    await send(dialog);
    const told = await dialog.getByRole("alert").innerText();
    await expect(dialog.getByLabel("Your reason")).toHaveValue(why);
    return told;
  };
const dialogOn =
  (of: "open" | "moving", name = "Priya") =>
  async (stage: Stage): Promise<Page> => {
    const page = await at(name, () => stage[of].path)(stage);
    await aboutToSign(page, withConditions, why, personOf(stage.ready, name).password);
    return page;
  };

/** Ends Priya's sessions in the table, signs her in again by the link of the message, and looks for what she had typed. */
async function sessionEnds(set: string, page: Page, stage: Stage): Promise<string> {
  await select(stage.ready, `update ops.session set ${set} where person_id = $1 and kind = 'browser'`, [
    await idOf(stage.ready, "Priya"),
  ]);
  const told = await interrupted(async () => {})(page, stage);
  await page.getByRole("dialog").getByRole("link", { name: "Sign in" }).click();
  await giveCredentials(page, personOf(stage.ready, "Priya"));
  await page.getByRole("button", { name: withConditions }).click();
  await expect(page.getByRole("dialog").getByLabel("Your reason")).toHaveValue(why);
  return told;
}

export const browser: BrowserAttempt[] = [
  {
    attempt: "the approver who trained the version opens its review and forces the button",
    refusedBy: "nobody decides on their own work",
    prepare: reviewing("Priya", "own"),
    run: (page) => pressedInVain(page, withConditions),
  },
  {
    attempt: "an approver forces the button before every section is read",
    refusedBy: "sections are not reviewed yet",
    prepare: reviewing("Daniel", "half"),
    run: (page) => pressedInVain(page, withConditions),
  },
  {
    attempt: "an approver forces the plain approval where conditions are proposed",
    refusedBy: "Conditions are proposed: approve with them, or not at all.",
    prepare: reviewing("Priya", "open"),
    run: (page) => pressedInVain(page, "Approve and sign…"),
  },
  {
    attempt: "a validator forces the recommendation of the version with planted faults",
    refusedBy: "checks block approval",
    prepare: at("Li Wei", (stage) => `/reviews/${stage.faulty}`),
    run: (page) => pressedInVain(page, "Recommend and sign…"),
  },
  {
    attempt: "an approver forces the approval of the version with planted faults",
    refusedBy: "The recommendation by the validator is outstanding.",
    prepare: at("Priya", (stage) => `/reviews/${stage.faulty}`),
    run: (page) => pressedInVain(page, "Approve and sign…"),
  },
  {
    attempt: "a validator forces the recommendation where there is too little evidence",
    refusedBy: "block",
    prepare: at("Li Wei", (stage) => `/reviews/${stage.clinical}`),
    run: (page) => pressedInVain(page, "Recommend and sign…"),
  },
  {
    attempt: "a model risk manager looks for a button where the policy asks a validator and approvers",
    refusedBy: "asks for no signature of yours",
    prepare: reviewing("Sofia", "open"),
    run: (page) => panel(page).innerText(),
  },
  {
    attempt: "a second tab of the same person signs again",
    refusedBy: "You have signed in this round",
    async prepare(stage) {
      const first = await at("Priya", () => stage.tabs.path)(stage);
      const second = await first.context().newPage();
      await second.goto(stage.tabs.path);
      await aboutToSign(second, withConditions, why, personOf(stage.ready, "Priya").password);
      await sign(first, withConditions, why, personOf(stage.ready, "Priya").password);
      await expect(panel(first)).toContainText("Waiting for approver");
      return second;
    },
    run: interrupted(async () => {}),
  },
  {
    attempt: "an approver signs on conditions that were replaced while the dialog was open",
    refusedBy: "no longer what you were shown",
    async prepare(stage) {
      const page = await dialogOn("moving")(stage);
      await recommended(
        stage.ready,
        stage.moving.reviewId,
        "Another wording of the condition, proposed while somebody signs.",
      );
      return page;
    },
    run: interrupted(async () => {}),
  },
  {
    attempt: "an approver signs after the session was revoked",
    refusedBy: "Your session has ended",
    prepare: dialogOn("open"),
    run: (page, stage) => sessionEnds("revoked_at = clock_timestamp()", page, stage),
  },
  {
    attempt: "an approver signs after the session has expired",
    refusedBy: "Your session has ended",
    prepare: dialogOn("open"),
    run: (page, stage) => sessionEnds("expires_at = clock_timestamp() - interval '1 second'", page, stage),
  },
  {
    attempt: "an approver signs who was deactivated while the dialog was open",
    refusedBy: "Your session has ended",
    async prepare(stage) {
      const omar = await newPerson(stage.ready, stage.browser, "Omar Reyes", ["approver"]);
      await markAll(await terminal(stage.ready, omar), stage.open.reviewId);
      const page = await withCookie(stage.browser, stage.ready, omar);
      await page.goto(stage.open.path);
      await aboutToSign(page, withConditions, why, omar.password);
      await operator(stage.ready).done("person.deactivate", { personId: omar.id });
      return page;
    },
    run: interrupted(async () => {}),
  },
  {
    attempt: "somebody who left opens a review by its address",
    refusedBy: "Sign in",
    prepare: async (stage) => (await stage.browser.newContext({ baseURL: stage.ready.portal })).newPage(),
    async run(page, stage) {
      await page.goto(stage.open.path);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      return page.getByRole("button").innerText();
    },
  },
  {
    attempt: "an address elsewhere is given to the sign-in page to go on to",
    refusedBy: "/inbox",
    prepare: async (stage) => (await stage.browser.newContext({ baseURL: stage.ready.portal })).newPage(),
    async run(page, stage) {
      await page.goto("/sign-in?next=//elsewhere.example/reviews");
      await giveCredentials(page, personOf(stage.ready, "Ruth"));
      await expect(page.getByRole("heading", { level: 1, name: /Inbox/ })).toBeVisible();
      return page.url();
    },
  },
];
