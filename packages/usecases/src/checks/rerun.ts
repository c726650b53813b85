import { row, rows } from "@countersign/db";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";
import { enqueueRound } from "../reviews/round.ts";
import { reviewScope } from "../reviews/scope.ts";

/** Runs an errored check again, before anybody has decided: the round gathers evidence anew and is sealed again. */
export const rerunCheck = command({
  name: "check.rerun",
  input: z.strictObject({ checkRunId: idText }),
  async load(run, input) {
    const checkRun = await row(run.tx, "check_run", input.checkRunId);
    const scope = checkRun ? await reviewScope(run, checkRun.review_id) : null;
    return checkRun && scope ? { ...scope, checkRun } : null;
  },
  async run(run, { review, round, checkRun }) {
    if (round.state !== "gathering" && round.state !== "sealed")
      run.refuse({ kind: "wrong_state", what: "round", state: round.state, wanted: ["gathering", "sealed"] });
    if (checkRun.round_id !== round.id || checkRun.state !== "ended" || checkRun.verdict !== "error") {
      run.refuse({ kind: "wrong_state", what: "check", state: checkRun.verdict ?? checkRun.state, wanted: ["error"] });
    }
    const decisions = await rows(run.tx, "decision", { round_id: round.id });
    if (decisions.length > 0)
      run.refuse({ kind: "wrong_state", what: "round", state: msg("decided on"), wanted: [msg("without decisions")] });
    if (round.state === "sealed")
      await run.update(
        "round",
        round.id,
        { state: "gathering", evidence_sha256: null, sealed_at: null },
        { state: "sealed" },
      );
    await run.update("check_run", checkRun.id, { state: "superseded" }, { state: "ended" });
    const next = await run.insert("check_run", {
      ...checkRun,
      id: run.deps.id("chk"),
      attempt: checkRun.attempt + 1,
      state: "queued",
      status: null,
      verdict: null,
      outcome: null,
      result_sha256: null,
      queued_at: run.at,
      ended_at: null,
    });
    await enqueueRound(run, round);
    run.record("check.queued", `review:${review.id}`);
    return { checkRunId: next.id, attempt: next.attempt };
  },
});
