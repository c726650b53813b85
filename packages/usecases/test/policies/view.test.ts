import { job, newWorld, passwordOf, type World, worldPolicy } from "@countersign/testing";
import type { PolicyListItem, PolicyView } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmPolicy, policyList, policyView, publishPolicy, query, type Actor } from "../../src/index.ts";
import type { Name } from "@countersign/testing";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const stricter = {
  ...worldPolicy,
  reviewDays: 5,
  checks: worldPolicy.checks.map((rule) =>
    rule.check === "perf.gini" ? { ...rule, outcome: { ...rule.outcome, warn: "blocks" } } : rule,
  ),
};

async function view(who: Name | Actor, input: object): Promise<PolicyView | string> {
  const asked = await query(world.deps, typeof who === "string" ? world.as(who) : who, policyView, input);
  return asked.ok ? asked.value : asked.refusal.kind;
}
const seen = async (who: Name, input: object): Promise<PolicyView> => {
  const found = await view(who, input);
  if (typeof found === "string") throw new Error(found);
  return found;
};
const listed = async (who: Name): Promise<PolicyListItem[]> => {
  const asked = await query(world.deps, world.as(who), policyList, {});
  return asked.ok ? asked.value : [];
};

test("what is in force is shown; a proposal says what differs, and to each person whether they may confirm it", async () => {
  const before = await seen("ruth", { policy: "production" });
  expect(before.revision).toMatchObject({ number: 1, state: "published" });
  expect(before.differences).toBeNull();
  expect(before.you.confirm).toMatchObject({ allowed: false, why: "This revision is published." });

  const { revisionId } = await world.act<{ revisionId: string }>("sofia", publishPolicy, { document: stricter });
  expect((await seen("ruth", { policy: "production" })).revision.number).toBe(1);
  const proposed = await seen("hanna", { policy: "production", revision: 2 });
  expect(proposed.differences).toEqual({
    against: 1,
    list: [
      { where: "reviewDays", before: "10", after: "5" },
      {
        where: "checks perf.gini outcome",
        before: JSON.stringify({ insufficient: "blocks", warn: "condition" }),
        after: JSON.stringify({ insufficient: "blocks", warn: "blocks" }),
      },
    ],
  });
  expect(proposed.you.confirm).toEqual({ allowed: true });
  for (const [who, why] of [
    ["sofia", /You proposed it/],
    ["priya", /waits for a model risk manager or compliance officer/],
  ] as const)
    expect((await seen(who, { policy: "production", revision: 2 })).you.confirm).toMatchObject({
      allowed: false,
      why: expect.stringMatching(why),
    });
  expect((await listed("priya")).find((one) => one.key === "production")).toMatchObject({
    published: { number: 1 },
    proposed: { number: 2, proposedBy: { name: expect.stringMatching(/sofia/i) } },
  });

  await world.act("hanna", confirmPolicy, { revisionId, password: passwordOf("hanna") });
  const after = await seen("ruth", { policy: "production" });
  expect(after.revision).toMatchObject({ number: 2, confirmedBy: { name: expect.stringMatching(/hanna/i) } });
  expect(after.revisions.map(({ number, state }) => [number, state])).toEqual([
    [2, "published"],
    [1, "superseded"],
  ]);
});

test("an open review stands with the revision that it is judged by, not with the newest", async () => {
  const review = await world.sealed();
  const mine = await seen("ruth", { policy: "production" });
  expect(mine.reviews.map(({ id }) => id)).toContain(review.reviewId);
  const older = await seen("ruth", { policy: "production", revision: 1 });
  expect(older.reviews).toEqual([]);
});

test("who holds no role here, and who asks for what is not there, is told the same", async () => {
  expect(await view("nobody", { policy: "production" })).toBe("not_found");
  expect(await listed("nobody")).toEqual([]);
  expect(await view(job, { policy: "production" })).toBe("not_found");
  expect(await view("ruth", { policy: "none" })).toBe("not_found");
  expect(await view("ruth", { policy: "production", revision: 99 })).toBe("not_found");
  expect(await view("ruth", { policy: "production", revision: 0 })).toBe("invalid_input");
});
