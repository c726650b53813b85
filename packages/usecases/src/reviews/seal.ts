import { rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";
import { pinnedPolicy } from "../policies/pinned.ts";
import { buildEvidence } from "./evidence.ts";
import { reviewScope } from "./scope.ts";

/** The worker seals a round when every check has ended: decisions are taken on this digest and no other. */
export const sealRound = command({
  name: "review.seal",
  input: z.strictObject({ reviewId: idText, roundId: idText }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, scope, input) {
    const { review, round } = scope;
    if (round.id !== input.roundId || round.state !== "gathering") {
      run.refuse({ kind: "wrong_state", what: "round", state: round.state, wanted: ["gathering"] });
    }
    const runs = await rows(run.tx, "check_run", { round_id: round.id, state: "queued" });
    if (runs.length > 0)
      run.refuse({
        kind: "wrong_state",
        what: "round",
        state: { text: msg("{n} checks running"), values: { n: String(runs.length) } },
        wanted: [msg("all checks ended")],
      });
    const { revision, policy } = await pinnedPolicy(run.tx, review);
    const evidence = await run.keep(await buildEvidence(run.tx, { ...scope, policySha256: revision.sha256 }));
    await run.update(
      "round",
      round.id,
      { state: "sealed", evidence_sha256: evidence, sealed_at: run.at },
      { state: "gathering" },
    );
    // Without a recommendation in the policy the approvers are next.
    const recommends = policy.signOffs.some((signOff) => signOff.act === "recommend");
    if (!recommends && review.state === "in_validation") {
      await run.update("review", review.id, { state: "pending_approval" }, { state: review.state });
    }
    run.record("review.sealed", `review:${review.id}`);
    return { evidence };
  },
});
