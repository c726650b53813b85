import { countersign } from "./support/cli.ts";
import { select } from "./support/governed.ts";
import { expect, passwordOf, test } from "./support/journey.ts";
import { ci, fresh, ownModel, ownVersion, stories } from "./support/own.ts";
import { aboutToSign, send } from "./support/review.ts";
import { decide, markAll, recommended } from "./support/signing.ts";
import { terminal } from "./support/terminal.ts";

const decisionsOf = (ready: Parameters<typeof select>[0], reviewId: string) =>
  select<{ act: string; n: string }>(
    ready,
    "select act, count(*) as n from gov.decision where review_id = $1 and state = 'valid' and act <> 'recommend' group by act",
    [reviewId],
  );

test("two approvers sign at one instant: both count, one approval comes about, the alias moves once", async ({
  ready,
}) => {
  const model = fresh("instant");
  const modelId = await ownModel(ready, model);
  const { name, reviewId } = await ownVersion(ready, model, "one");
  await recommended(ready, reviewId);
  const [priya, daniel] = [await terminal(ready, "Priya"), await terminal(ready, "Daniel")];
  for (const who of [priya, daniel]) await markAll(who, reviewId);
  const answers = await Promise.all([decide(priya, reviewId), decide(daniel, reviewId)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect(await decisionsOf(ready, reviewId)).toEqual([{ act: "approve_with_conditions", n: "2" }]);
  expect(await select(ready, "select state from gov.approval where review_id = $1", [reviewId])).toEqual([
    { state: "valid" },
  ]);
  expect(
    await select(
      ready,
      "select count(*) as n from audit.event where stream = $1 and convert_from(core, 'UTF8')::jsonb ->> 'act' = 'alias.moved'",
      [`model:${modelId}`],
    ),
  ).toEqual([{ n: "1" }]);
  expect((await countersign(["gate", name, "--env", "production"], await ci(ready))).code).toBe(0);
});

test("a double click on the signing button is one signature", async ({ ready, as }) => {
  const model = fresh("double");
  await ownModel(ready, model);
  const { reviewId, path } = await ownVersion(ready, model, "one");
  await recommended(ready, reviewId);
  await markAll(await terminal(ready, "Priya"), reviewId);
  const page = await as("Priya");
  await page.goto(path);
  const dialog = await aboutToSign(
    page,
    "Approve with conditions…",
    "Clicked twice in a hurry, meant once.",
    passwordOf(ready, "Priya"),
  );
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("review.decide") && asked.push(request.url()));
  await dialog.getByRole("button", { name: /^Sign: / }).dblclick();
  await expect(page.getByRole("region", { name: "Your sign-off" })).toContainText("Waiting for approver");
  expect(asked).toHaveLength(1);
  expect(await decisionsOf(ready, reviewId)).toEqual([{ act: "approve_with_conditions", n: "1" }]);
});

test("two submissions of one version at one instant open one review", async ({ ready }) => {
  const model = fresh("twice");
  await ownModel(ready, model);
  const settings = await ci(ready);
  const name = (
    await countersign(
      ["register", `${stories}/credit`, "--file", "countersign-1.0.yaml", "--model", model, "--label", "one"],
      settings,
    )
  ).out.trim();
  const both = await Promise.all([0, 1].map(() => countersign(["submit", name, "--env", "production"], settings)));
  expect(both.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(both.find(({ code }) => code === 1)?.err).toContain("It exists already");
  expect(
    await select(
      ready,
      "select count(*) as n from gov.review r join gov.model m on m.id = r.model_id where m.key = $1",
      [model],
    ),
  ).toEqual([{ n: "1" }]);
});

test("the same person in two browsers at one instant signs once", async ({ ready, as }) => {
  const model = fresh("twins");
  await ownModel(ready, model);
  const { reviewId, path } = await ownVersion(ready, model, "one");
  await recommended(ready, reviewId);
  await markAll(await terminal(ready, "Daniel"), reviewId);
  const dialogs = await Promise.all(
    [0, 1].map(async () => {
      const page = await as("Daniel");
      await page.goto(path);
      return aboutToSign(
        page,
        "Approve with conditions…",
        "The same hand in two browsers at once.",
        passwordOf(ready, "Daniel"),
      );
    }),
  );
  await Promise.all(dialogs.map(send));
  await expect
    .poll(async () =>
      (await Promise.all(dialogs.map((dialog) => dialog.getByText("You have signed in this round").count()))).toSorted(
        (a, b) => a - b,
      ),
    )
    .toEqual([0, 1]);
  expect(await decisionsOf(ready, reviewId)).toEqual([{ act: "approve_with_conditions", n: "1" }]);
});
