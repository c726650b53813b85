import type { RefusalKind } from "@countersign/domain";
import type { World } from "@countersign/testing";
import { decideReview, revokeApproval } from "../../src/index.ts";
import { one } from "../support/scene.ts";
import { holdBack, waiting } from "./blocked.ts";

/** An approval is taken back at the instant at which a new one for the same version is to follow it: the slower act is refused. */
export async function movedMeanwhile(world: World): Promise<RefusalKind> {
  const first = await world.approved();
  const approval = await one(world, "approval", { review_id: first.reviewId });
  const again = await world.submit(first);
  const roundId = await world.measure(again);
  await world.seal(again, roundId);
  await world.recommend(again);
  await world.approve(again, "priya");
  await world.read(again, "daniel");
  const seen = await world.seen(again, "daniel");
  const release = await holdBack(world);
  const revoked = world.try("sofia", revokeApproval, {
    approvalId: approval.id,
    reason: "The training data had been mislabelled.",
  });
  await waiting(world, 1);
  const granted = world.try("daniel", decideReview, {
    ...seen,
    act: "approve",
    reason: "The evidence is complete and within limits.",
  });
  await waiting(world, 2);
  await release();
  if (!(await revoked).ok) throw new Error("the revocation was refused");
  const result = await granted;
  return result.ok ? Promise.reject(new Error("carried out")) : result.refusal.kind;
}
