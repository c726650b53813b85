import { blob, trail } from "@countersign/db";
import { type PolicyDraft, type PolicyDryRun, type PolicyView } from "@countersign/domain";
import { type Name, newWorld, type Review, type World, worldPolicy } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideReview, policyDraft, policyView, publishPolicy, query } from "../../src/index.ts";

let world: World;
/** Approved with a ROC AUC of 0.81; rejected with one of 0.62; still open with one of 0.62. */
let approved: Review;
let rejected: Review;
let open: Review;
beforeAll(async () => {
  world = await newWorld();
  approved = await world.approved();
  rejected = await world.sealed({ "perf.roc_auc": 0.62 });
  await world.act("priya", decideReview, {
    ...(await world.seen(rejected)),
    act: "reject",
    reason: "It does not discriminate well enough to be used.",
  });
  open = await world.sealed({ "perf.roc_auc": 0.62 });
});
afterAll(() => world.end());

type Change = { [K in keyof typeof worldPolicy]?: unknown };
const yaml = (change: Change): string => JSON.stringify({ ...worldPolicy, ...change }, null, 1);
const drafted = async (source: string, who: Name = "sofia"): Promise<PolicyDraft> => {
  const asked = await query(world.deps, world.as(who), policyDraft, { source });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
};
const tried = async (change: Change): Promise<PolicyDryRun> => {
  const draft = await drafted(yaml(change));
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems));
  return draft.dryRun;
};
const limit = (check: string, than: number): (typeof worldPolicy)["checks"] =>
  worldPolicy.checks.map((rule) =>
    rule.check === check ? { ...rule, limits: rule.limits.map((one) => ({ ...one, than })) } : rule,
  );

test("the policy in force, tried as a draft, changes nothing", async () => {
  const { decided, open: still } = await tried({});
  expect(decided).toEqual({ tried: 2, same: 2, differ: [], left_out: 0 });
  expect(still).toEqual({ tried: 1, same: 1, differ: [], left_out: 0 });
});

test("a stricter limit: what was approved would be blocked, and the sentence says by what", async () => {
  const { decided } = await tried({ checks: limit("perf.roc_auc", 0.95) });
  expect(decided.differ.map(({ reviewId }) => reviewId)).toContain(approved.reviewId);
  const found = decided.differ.find(({ reviewId }) => reviewId === approved.reviewId);
  expect(found).toMatchObject({ was: "approved", change: "blocked", environment: "production" });
  expect(found?.added.join()).toMatch(/0\.95/);
});

test("a looser limit: what was blocked would not be, and only that", async () => {
  const { decided, open: still } = await tried({ checks: limit("perf.roc_auc", 0.5) });
  expect(still.differ).toMatchObject([{ reviewId: open.reviewId, change: "eased", added: [] }]);
  expect(still.differ[0]?.gone.join()).toMatch(/0\.7/);
  // A rejection stands whatever the limits are: only the reason beside it is gone.
  expect(decided.differ).toMatchObject([{ reviewId: rejected.reviewId, was: "rejected", change: "eased" }]);
});

test("one more signature, a condition, a check that was never run: each by its kind", async () => {
  const signOffs = worldPolicy.signOffs.map((one) => (one.act === "approve" ? { ...one, count: 3 } : one));
  expect((await tried({ signOffs })).decided.differ).toMatchObject([
    { reviewId: rejected.reviewId },
    { reviewId: approved.reviewId, change: "signature" },
  ]);
  const gini = await tried({ checks: limit("perf.gini", 0.99) });
  expect(gini.decided.differ.find(({ reviewId }) => reviewId === approved.reviewId)).toMatchObject({
    change: "condition",
  });
  const brier = { check: "perf.brier", limits: [], outcome: { insufficient: "blocks" } };
  expect((await tried({ checks: [...worldPolicy.checks, brier as never] })).decided.differ).toMatchObject([
    { change: "unmeasured" },
    { change: "unmeasured" },
  ]);
});

test("a second policy for the same reviews would decide none of them", async () => {
  const { decided } = await tried({ key: "another" });
  expect(decided).toMatchObject({ tried: 2, same: 0 });
  expect(decided.differ.every(({ change, added }) => change === "blocked" && added.join().includes("another"))).toBe(
    true,
  );
});

test("a draft that no longer applies leaves its reviews without a policy; one for elsewhere concerns none", async () => {
  const elsewhere = { tiers: ["T4"], environments: ["production"], tasks: ["binary"] };
  expect((await tried({ appliesTo: elsewhere })).decided).toMatchObject({ tried: 2, same: 0 });
  expect((await tried({ key: "fourth", appliesTo: elsewhere })).decided.tried).toBe(0);
});

test("what was signed in an open review, and may be hidden, is in no dry run: a new round begins without signatures", async () => {
  const [signed, unsigned] = [await world.sealed(), await world.sealed()];
  await world.recommend(signed);
  await world.approve(signed, "priya");
  const signOffs = worldPolicy.signOffs.map((one) =>
    one.act === "approve" ? { ...one, role: "compliance_officer", count: 1 } : one,
  );
  const { differ } = (await tried({ signOffs })).open;
  const of = ({ reviewId }: Review) => differ.find((review) => review.reviewId === reviewId);
  expect(of(unsigned)?.added.length).toBeGreaterThan(0);
  for (const told of ["change", "added", "gone"] as const) expect(of(signed)?.[told]).toEqual(of(unsigned)?.[told]);
});

test("a broken draft is told by line: what is not YAML, what is not a policy, what no check can do", async () => {
  expect(await drafted("policy: 1\nkey: [")).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  const lines = yaml({ reviewDays: 0 }).split("\n");
  expect(await drafted(lines.join("\n"))).toMatchObject({
    ok: false,
    problems: [{ path: "reviewDays", line: lines.findIndex((line) => line.includes("reviewDays")) + 1 }],
  });
  const unknown = await drafted(yaml({ checks: [{ ...worldPolicy.checks[1], check: "perf.roc_acu" }] }));
  expect(unknown).toMatchObject({ ok: false, problems: [{ text: expect.stringContaining("perf.roc_auc") }] });
  await expect(drafted(yaml({}), "tomas")).rejects.toThrow("not_found");
});

test("a proposal keeps the dry run of exactly its document, and whoever confirms it finds it there", async () => {
  const document = JSON.parse(yaml({ checks: limit("perf.roc_auc", 0.95) })) as object;
  const proposed = await world.act<{ revisionId: string; sha256: string }>("sofia", publishPolicy, { document });
  const [event] = await trail(world.deps.database, { act: "policy.proposed", limit: 1 });
  const data = event?.core.data ?? {};
  const kept = JSON.parse(
    Buffer.from((await blob(world.deps.database, String(data["dry_run"]))) ?? "").toString("utf8"),
  ) as PolicyDryRun;
  expect(kept.policy).toBe(proposed.sha256);
  const seen = await query(world.deps, world.as("hanna"), policyView, { policy: "production", revision: 2 });
  const { dryRun } = (seen as { value: PolicyView }).value;
  expect(dryRun).toEqual(kept);
  expect(dryRun?.decided.differ).toMatchObject([
    { reviewId: rejected.reviewId },
    { reviewId: approved.reviewId, change: "blocked" },
  ]);
});
