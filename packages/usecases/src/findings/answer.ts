import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { findingScope } from "./scope.ts";

/** The side that built the model answers a finding; the validator then verifies and closes it. */
export const answerFinding = command({
  name: "finding.answer",
  input: z.strictObject({ findingId: idText, answer: longText(10_000) }),
  load: (run, input) => findingScope(run, input.findingId),
  async run(run, { review, finding }, input) {
    if (finding.state !== "open")
      run.refuse({ kind: "wrong_state", what: "finding", state: finding.state, wanted: ["open"] });
    await run.update(
      "finding",
      finding.id,
      {
        state: "answered",
        answer: await run.hide("answer", input.answer),
        answered_by: run.known.personId,
        answered_at: run.at,
      },
      { state: "open" },
    );
    run.record("finding.answered", `review:${review.id}`);
    return { findingId: finding.id, state: "answered" };
  },
});
