import { select } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { amongTheDemo, demoModels as models, kinds } from "./support/kinds.ts";
import { terminal } from "./support/terminal.ts";

test("the demo holds one of everything that the product knows, among 12 models of every tier and 44 versions", async ({
  ready,
}) => {
  const missing: string[] = [];
  for (const [kind, query] of Object.entries(kinds))
    if ((await select(ready, amongTheDemo(query), [models])).length === 0) missing.push(kind);
  expect(missing).toEqual([]);
  const versions = await select<{ key: string; tier: string | null; n: string }>(
    ready,
    "select m.key, m.tier, count(v.id) as n from gov.model m left join gov.version v on v.model_id = m.id where m.key = any($1) group by 1, 2 order by 1",
    [models],
  );
  expect(versions.map(({ key }) => key)).toEqual(models);
  expect(versions.reduce((sum, { n }) => sum + Number(n), 0)).toBeGreaterThanOrEqual(44);
  expect([...new Set(versions.flatMap(({ tier }) => tier ?? []))].toSorted()).toEqual(["T1", "T2", "T3", "T4"]);
});

test("nobody's inbox is longer than somebody reads, and the approvers' entries have different reasons and days", async ({
  ready,
}) => {
  for (const name of ["Priya", "Daniel", "Li Wei", "Sofia", "Amara", "Tomas", "Hanna"]) {
    const { items } = await (
      await terminal(ready, name)
    ).ask<{ items: { model: { key: string }; kind: string; reason: string; dueAt: string }[] }>("inbox.list", {
      tab: "turn",
    });
    const own = items.filter(({ model, kind }) => models.includes(model.key) && kind !== "waiting");
    expect(own.length, name).toBeLessThanOrEqual(16);
    if (!["Priya", "Li Wei"].includes(name)) continue;
    expect(own.length, name).toBeGreaterThanOrEqual(4);
    expect(new Set(own.map(({ reason }) => reason)).size, `${name}: reasons`).toBeGreaterThanOrEqual(2);
    expect(new Set(own.map(({ dueAt }) => dueAt.slice(0, 10))).size, `${name}: days`).toBeGreaterThanOrEqual(3);
  }
});

test("whoever helped to build a version reads on its review why they may not sign it; the other approver may", async ({
  ready,
  visitor,
}) => {
  const [review] = await select<{ id: string }>(
    ready,
    "select r.id from gov.review r join gov.version v on v.id = r.version_id join gov.model m on m.id = v.model_id where m.key = 'card-fraud-screen' and v.label = '1.4'",
  );
  const daniel = await visitor("Daniel");
  await daniel.goto(`/reviews/${review?.id}`);
  await expect(daniel.getByText("You built this version (committer).").first()).toBeVisible();
  const priya = await visitor("Priya");
  await priya.goto("/inbox");
  await expect(priya.getByRole("link", { name: /Card fraud screening, version 5/ }).first()).toBeVisible();
});

test("every page of the demo says that its data is made up, and of which workspace, however narrow it is", async ({
  visitor,
}) => {
  const page = await visitor("Priya");
  await page.goto("/models");
  await expect(page.getByRole("banner")).toContainText("Sample data");
  await expect(page.getByRole("banner")).toContainText("Northgate");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole("banner").getByText("Sample data")).toBeHidden();
  await expect(page.getByRole("main").getByText("Sample data Northgate")).toBeVisible();
  const outside = await visitor(null);
  await outside.goto("/sign-in");
  await expect(outside.getByText(/Cannot sign in\? An administrator of this instance gives you a link/)).toBeVisible();
});
