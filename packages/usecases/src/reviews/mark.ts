import { rows } from "@countersign/db";
import { sectionHashes, sections } from "@countersign/record";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText, sha256Text } from "../kernel/texts.ts";
import { sealedEvidence } from "./evidence.ts";
import { reviewScope } from "./scope.ts";

/** A person says that they have read a section as it stands: the mark holds for this content hash alone. */
export const markSection = command({
  name: "review.mark",
  input: z.strictObject({
    reviewId: idText,
    section: z.enum(sections),
    contentSha256: sha256Text,
    reviewed: z.boolean().default(true),
  }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round }, input) {
    const by = personOf(run);
    const evidence = round.state === "sealed" ? await sealedEvidence(run.tx, round) : null;
    if (!evidence) return run.refuse({ kind: "wrong_state", what: "round", state: round.state, wanted: ["sealed"] });
    if (sectionHashes(evidence)[input.section] !== input.contentSha256)
      run.refuse({ kind: "stale_evidence", what: input.section });
    const [standing] = await rows(run.tx, "section_mark", {
      round_id: round.id,
      person_id: by,
      section: input.section,
      state: "valid",
    });
    if (standing && (!input.reviewed || standing.content_sha256 !== input.contentSha256)) {
      await run.update("section_mark", standing.id, { state: "superseded" }, { state: "valid" });
    }
    if (input.reviewed && standing?.content_sha256 !== input.contentSha256) {
      await run.insert("section_mark", {
        id: run.deps.id("mrk"),
        review_id: review.id,
        round_id: round.id,
        person_id: by,
        section: input.section,
        content_sha256: input.contentSha256,
        state: "valid",
        marked_at: run.at,
      });
    }
    run.record("review.section_marked", `review:${review.id}`);
    return { section: input.section, reviewed: input.reviewed };
  },
});
