import { rows } from "@countersign/db";
import { decisionStatement, type StatementFacts } from "@countersign/record";
import type { Run } from "../kernel/command.ts";
import type { ReviewFacts } from "./facts.ts";

/** Keeps what a person signs; returns the SHA-256 of the statement. */
export async function keepStatement(
  run: Run,
  facts: ReviewFacts,
  signed: StatementFacts["signed"],
  meaning: string,
): Promise<string> {
  const marks = await rows(run.tx, "section_mark", {
    review_id: facts.review.id,
    person_id: signed.person_id,
    state: "valid",
  });
  return run.keep(
    decisionStatement({
      ...facts,
      policySha256: facts.pinned.revision.sha256,
      conditionsSha256: facts.conditionSet?.sha256 ?? null,
      marks,
      meaning,
      signed,
    }),
  );
}
