import { blobs, rows } from "@countersign/db";
import { newWorld, type World } from "@countersign/testing";
import { decideReview, requestChanges, resumeReview } from "../../src/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

test("a recommendation and two approvals grant the approval and move the alias in one transaction", async () => {
  const review = await world.approved();
  const view = await world.view(review);
  expect(view.state).toBe("approved");
  const [alias] = await rows(world.deps.database, "alias", { model_id: world.modelId, name: "champion" });
  expect(alias?.version_id).toBe(review.versionId);
});

test("an author's own vote never counts", async () => {
  const review = await world.sealed({}, { by: "ada", run: { trainer: "ada@northgate.example" } });
  await world.recommend(review);
  const refusal = await world.refused("ada", decideReview, {
    ...(await world.seen(review)),
    act: "approve",
    reason: "I built this and would like it approved.",
  });
  expect(refusal.kind).toBe("own_work");
});

test("each signature stands with the round it was given in, however many came after", async () => {
  const review = await world.sealed();
  for (const why of ["Measure it on the new sample, please.", "And once more with all regions."]) {
    await world.act("liwei", requestChanges, { ...(await world.seen(review)), reason: why });
    await world.act("tomas", resumeReview, { reviewId: review.reviewId, why: "Measured again as was asked." });
    await world.seal(review, await world.measure(review, {}));
  }
  await world.recommend(review);
  const { signatures, round } = await world.view(review);
  expect(signatures.map((signature) => [signature.act, signature.round])).toEqual([
    ["request_changes", 1],
    ["request_changes", 2],
    ["recommend", 3],
  ]);
  expect(round.number).toBe(3);
});

test("a signature prints the meaning that stands in its statement: a request for changes not that of a recommendation", async () => {
  const review = await world.sealed();
  await world.act("liwei", requestChanges, { ...(await world.seen(review)), reason: "Measure it again, please." });
  await world.act("tomas", resumeReview, { reviewId: review.reviewId, why: "Measured again as was asked." });
  await world.seal(review, await world.measure(review, {}));
  await world.recommend(review);
  const { signatures, you } = await world.view(review);
  expect(signatures.map(({ act, meaning }) => [act, meaning])).toEqual([
    ["request_changes", "I ask for changes: as it stands, I do not support the approval of this version."],
    ["recommend", "I have reviewed this evidence and I recommend the version."],
  ]);
  // What the dialog shows is what is signed.
  for (const { act, meaning } of signatures) expect(you.signOff?.meanings[act as "recommend"]).toBe(meaning);
  const stored = await blobs(
    world.deps.database,
    signatures.map(({ statementSha256 }) => statementSha256),
  );
  const written = [...stored.values()].map(
    (bytes) => (JSON.parse(Buffer.from(bytes).toString("utf8")) as { meaning: string }).meaning,
  );
  expect(new Set(written)).toEqual(new Set(signatures.map(({ meaning }) => meaning)));
});

test("what is missing is told with whose it is: never that somebody has decided whose decision is not in sight", async () => {
  const review = await world.sealed({ "perf.gini": 0.1 });
  const other = await world.sealed();
  const missing = async (who: "liwei" | "priya" | "daniel") =>
    (await world.view(review, who)).verdict.missing.map(({ act, count, of }) => [
      act,
      count,
      of.map(({ name }) => name),
    ]);
  const before = await world.view(review);
  expect(before.verdict.reasons.map(({ group, check, todo }) => [group, check, todo])).toEqual([
    ["condition", "perf.gini", "propose conditions (validator)"],
    ["signature", null, "recommend (validator)"],
    ["signature", null, "approve or reject (approver)"],
  ]);
  expect(before.you.actions.recommend).toEqual({
    allowed: false,
    why: "1 outcome needs a condition: propose conditions, then recommend.",
  });
  expect(before.alsoOpen.map(({ reviewId }) => reviewId)).toContain(other.reviewId);
  await world.propose(review);
  await world.recommend(review);
  expect((await world.view(review)).signatures.at(-1)).toMatchObject({ act: "recommend", withConditions: true });
  await world.approve(review, "priya");
  const [, , names] = (await missing("daniel"))[0] ?? [];
  expect(names).toEqual(expect.arrayContaining(["daniel", "priya"]));
  expect((await missing("priya"))[0]).toEqual(["approve", 1, expect.not.arrayContaining(["priya"])]);
});
