import { plain, refusalOf, signingRoles } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { idText } from "../kernel/texts.ts";
import { askedInSight, asking, mayAsk, missingOf } from "./assignments.ts";
import { loadFacts, type ReviewFacts } from "./facts.ts";
import { type ReviewScope, reviewScope } from "./scope.ts";
import { openStates } from "./states.ts";

/**
 * Asks one person for a sign-off: the model risk manager asks anybody who may give it, everybody may take it themselves, and
 * who has it may hand it over. It gives no right and takes none; it tells whose turn it is.
 */
export const assignReview = command({
  name: "review.assign",
  input: z.strictObject({
    reviewId: idText,
    personId: idText,
    role: z.enum(signingRoles),
    /** Whose assignment ends with it. */
    insteadOf: idText.nullable().default(null),
  }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, scope, { personId, role, insteadOf }) {
    const by = personOf(run);
    const { review } = scope;
    const facts = await openFacts(run, scope);
    const before = facts.assignments.find(({ person_id }) => person_id === insteadOf);
    if (insteadOf !== null && !before)
      return run.refuse({ kind: "not_found", what: msg("the assignment that it takes the place of") });
    if (insteadOf === null ? personId !== by : insteadOf !== by) managesOnly(run, facts, "review.assign");
    const verdict = mayAsk(facts, by, personId, role, run.at);
    if (!verdict.ok) run.refuse(refusalOf(verdict.reason));
    const others = asking(facts, run.at).filter(({ id }) => id !== before?.id);
    const inSight = askedInSight(facts, by, run.at).filter(({ id }) => id !== before?.id);
    if (inSight.some(({ person_id }) => person_id === personId))
      run.refuse({ kind: "already_exists", what: msg("an assignment of this review to this person") });
    if (others.filter((other) => other.role === role).length >= missingOf(facts, run.at, role))
      run.refuse({
        kind: "already_exists",
        what: {
          text: msg("an assignment for every missing signature as {role}"),
          values: { role: { text: plain(role) } },
        },
      });
    const ended = facts.assignments.filter(({ id, person_id }) => id === before?.id || person_id === personId);
    for (const { id } of ended)
      await run.update("assignment", id, { state: "ended", ended_at: run.at }, { state: "active" });
    const id = run.deps.id("asg");
    await run.insert("assignment", {
      id,
      review_id: review.id,
      person_id: personId,
      role,
      assigned_by: by,
      state: "active",
      assigned_at: run.at,
      ended_at: null,
    });
    run.record("review.assigned", `review:${review.id}`);
    return { assignmentId: id };
  },
});

/** Ends an assignment: the sign-off is asked again of everybody who may give it. */
export const unassignReview = command({
  name: "review.unassign",
  input: z.strictObject({ reviewId: idText, personId: idText }),
  load: (run, input) => reviewScope(run, input.reviewId),
  async run(run, scope, { personId }) {
    const facts = await openFacts(run, scope);
    const assignment = facts.assignments.find(({ person_id }) => person_id === personId);
    if (!assignment) return run.refuse({ kind: "not_found", what: msg("an assignment of this review to this person") });
    if (personId !== personOf(run)) managesOnly(run, facts, "review.unassign");
    await run.update("assignment", assignment.id, { state: "ended", ended_at: run.at }, { state: "active" });
    run.record("review.unassigned", `review:${scope.review.id}`);
    return { assignmentId: assignment.id };
  },
});

async function openFacts(run: Run, scope: ReviewScope) {
  const { state } = scope.review;
  if (!openStates.has(state)) run.refuse({ kind: "wrong_state", what: "review", state, wanted: [...openStates] });
  return loadFacts(run.tx, scope);
}

/** Assignments of other people are the model risk manager's to make and to end; but whoever built it does not choose who judges it (SR 26-2: independence). */
function managesOnly(run: Run, { review, contributors }: ReviewFacts, name: "review.assign" | "review.unassign"): void {
  if (!run.known.rolesIn(review.workspace_id).includes("model_risk_manager"))
    run.refuse({ kind: "not_permitted", command: name, roles: ["model_risk_manager"], actor: run.known.actor.kind });
  const built = contributors.find(({ person_id }) => person_id === run.known.personId);
  if (built) run.refuse({ kind: "own_work", contribution: built.kind });
}
