import { exportEvidence } from "@countersign/usecases";
import { expect, test } from "vitest";
import { livingLog } from "./living-log.ts";

test("an export that no tree head comes to cover is refused, and says that it waits for the notary", async () => {
  const log = await livingLog();
  const { world } = log;
  const review = await world.sealed();
  await log.exported(review);
  await log.stopSigning();
  const asked = { workspace: "default", model: review.model, version: String(review.number) };
  expect(await exportEvidence(world.deps, world.as("ruth"), asked)).toMatchObject({
    ok: false,
    refusal: { kind: "wrong_state", state: "waiting for the notary" },
  });
  await log.end();
});
