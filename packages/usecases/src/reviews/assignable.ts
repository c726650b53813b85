import type { AssignableView } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { idText } from "../kernel/texts.ts";
import { People } from "../people/names.ts";
import { candidates, missingOf } from "./assignments.ts";
import { assignmentViews } from "./view-items.ts";
import { factsOf } from "./facts.ts";
import { seeReview } from "./scope.ts";
import { openStates } from "./states.ts";

/** Who has been asked for the sign-offs of a review, and who else may be. */
export const reviewAssignable = defineQuery({
  name: "review.assignable",
  input: z.strictObject({ reviewId: idText }),
  roles: "any",
  see: seeReview,
  async run({ reader, known, at, say }, { review }): Promise<AssignableView> {
    const facts = await factsOf(reader, review);
    const people = await People.load(
      reader,
      [
        ...facts.rolesInForce.keys(),
        ...facts.assignments.flatMap(({ person_id, assigned_by }) => [person_id, assigned_by]),
      ],
      say,
    );
    const me = known.personId ?? "";
    const open = openStates.has(review.state);
    return {
      assignments: assignmentViews(facts, people, me, at),
      signOffs: open
        ? [...candidates(facts, me, at)].map(([role, able]) => ({
            role,
            missing: missingOf(facts, at, role),
            people: able.map((id) => people.get(id)).toSorted((a, b) => a.name.localeCompare(b.name, "en")),
          }))
        : [],
      you: me,
      manages:
        open &&
        known.rolesIn(review.workspace_id).includes("model_risk_manager") &&
        !facts.contributors.some(({ person_id }) => person_id === me),
    };
  },
});
