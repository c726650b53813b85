import { type Row, rows } from "@countersign/db";
import { type EvidenceDocument, type Section, sectionHashes, sections } from "@countersign/record";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText, sha256Text } from "../kernel/texts.ts";
import { sealedEvidence } from "./evidence.ts";
import { reviewScope } from "./scope.ts";

export const markFields = {
  section: z.enum(sections),
  contentSha256: sha256Text,
  reviewed: z.boolean().default(true),
};

/** A person says that they have read a section as it stands: the mark holds for this content hash alone. */
export const markSection = command({
  name: "review.mark",
  input: z.strictObject({ reviewId: idText, ...markFields }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, { review, round }, input) {
    const by = personOf(run);
    requireMarkable(run, round, round.state === "sealed" ? await sealedEvidence(run.tx, round) : null, input);
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

/** Refuses a mark on what is not sealed, or is no longer what the person saw. */
export function requireMarkable(
  run: Pick<Run, "refuse">,
  { state }: Pick<Row<"round">, "state">,
  evidence: EvidenceDocument | null,
  input: { section: Section; contentSha256: string },
): void {
  if (!evidence) return run.refuse({ kind: "wrong_state", what: "round", state, wanted: ["sealed"] });
  if (sectionHashes(evidence)[input.section] !== input.contentSha256)
    run.refuse({ kind: "stale_evidence", what: input.section });
}
