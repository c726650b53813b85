import { row } from "@countersign/db";
import { judge } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText } from "../kernel/texts.ts";
import { checkResultSchema } from "./result.ts";
import { pinnedPolicy } from "../policies/pinned.ts";
import { reviewScope } from "../reviews/scope.ts";

/** The worker records what a check measured; the policy's limits turn it into a verdict here, once. */
export const recordCheckResult = command({
  name: "check.record",
  input: z.strictObject({ checkRunId: idText, result: checkResultSchema }),
  async load(run, input) {
    const before = await row(run.tx, "check_run", input.checkRunId);
    const scope = before ? await reviewScope(run, before.review_id) : null;
    const checkRun = await row(run.tx, "check_run", input.checkRunId);
    return scope && checkRun ? { ...scope, checkRun } : null;
  },
  async run(run, { review, round, checkRun }, { result }) {
    if (round.state !== "gathering")
      run.refuse({ kind: "wrong_state", what: "round", state: round.state, wanted: ["gathering"] });
    if (checkRun.state !== "queued")
      run.refuse({ kind: "wrong_state", what: "check", state: checkRun.state, wanted: ["queued"] });
    if (result.check !== checkRun.check_key)
      run.refuse({ kind: "invalid_input", problems: [{ path: "result.check", text: msg("is another check") }] });
    const { policy } = await pinnedPolicy(run.tx, review);
    const rule = policy.checks.find((check) => check.check === checkRun.check_key);
    if (!rule)
      return run.refuse({
        kind: "not_found",
        what: { text: msg("the check {check} in the policy"), values: { check: checkRun.check_key } },
      });
    const judged = judge(rule, result);
    await run.update(
      "check_run",
      checkRun.id,
      {
        state: "ended",
        status: result.status,
        verdict: judged.verdict,
        outcome: judged.outcome,
        result_sha256: await run.keep(result),
        ended_at: run.at,
      },
      { state: "queued" },
    );
    run.record("check.ended", `review:${review.id}`);
    return { verdict: judged.verdict, outcome: judged.outcome };
  },
});
