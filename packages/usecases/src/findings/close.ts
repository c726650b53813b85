import { msg } from "@countersign/words";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { requireIndependence } from "../reviews/independence.ts";
import { findingScope } from "./scope.ts";

/** Closes a finding after verification, by somebody who neither owns nor answered it; or opens it again. */
export const closeFinding = command({
  name: "finding.close",
  input: z.strictObject({ findingId: idText, resolution: longText(10_000), reopen: z.boolean().default(false) }),
  load: (run, input) => findingScope(run, input.findingId),
  async run(run, { review, version, finding }, input) {
    if (finding.state === "closed")
      run.refuse({ kind: "wrong_state", what: "finding", state: finding.state, wanted: ["answered", "open"] });
    const by = run.known.personId;
    if (by === finding.owner_id || by === finding.answered_by) {
      run.refuse({ kind: "needs_second_person", why: msg("Whoever owns or answered a finding cannot close it.") });
    }
    await requireIndependence(run, version.id);
    if (input.reopen) {
      if (finding.state !== "answered")
        run.refuse({ kind: "wrong_state", what: "finding", state: finding.state, wanted: ["answered"] });
      await run.update(
        "finding",
        finding.id,
        { state: "open", resolution: await run.hide("resolution", input.resolution) },
        { state: "answered" },
      );
      run.record("finding.reopened", `review:${review.id}`);
      return { findingId: finding.id, state: "open" };
    }
    await run.update(
      "finding",
      finding.id,
      {
        state: "closed",
        resolution: await run.hide("resolution", input.resolution),
        closed_by: by,
        closed_at: run.at,
      },
      { state: finding.state },
    );
    run.record("finding.closed", `review:${review.id}`);
    return { findingId: finding.id, state: "closed" };
  },
});
