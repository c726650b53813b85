import { decideReview, restoreModel, suspendModel } from "@countersign/usecases";
import { verify } from "@countersign/verifier";
import { afterAll, beforeAll, expect, test } from "vitest";
import { livingLog, type LivingLog } from "./living-log.ts";

let log: LivingLog;
beforeAll(async () => {
  log = await livingLog();
});
afterAll(() => log.end());

test("whatever happens at the instant of a signature, the log tells an order in which it was right", async () => {
  const { world } = log;
  const outcomes = new Set<string>();
  for (let i = 0; i < 6; i++) {
    const review = await world.sealed();
    await world.recommend(review);
    await world.read(review, "priya");
    const decision = {
      ...(await world.seen(review, "priya")),
      act: "approve",
      reason: "The evidence is complete and within limits.",
    };
    const [signed] = await Promise.all([
      world.try("priya", decideReview, decision),
      world.act("sofia", suspendModel, {
        modelId: world.modelId,
        reason: "A drift alarm went off in production this morning.",
      }),
    ]);
    outcomes.add(signed.ok ? "signed before" : "refused after");
    await world.act("sofia", restoreModel, {
      modelId: world.modelId,
      reason: "The alarm was a fault of the monitor, not of the model.",
    });
    expect(verify(await log.exported(review), { trust: [log.vkey] }).discrepancies).toEqual([]);
  }
  console.log(`signature and suspension at once: ${[...outcomes].join(", ")}`);
});
