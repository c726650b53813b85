import { type DecisionAct, mayDecide, meaningOf, type ObstacleKind, type Role, signOffFor } from "@countersign/policy";
import { decisionStatement, documentDigest, type Row, sections } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Code } from "../codes.ts";
import type { Detail } from "../detail.ts";
import { near } from "../instant.ts";
import { evaluateInput, evidenceNow, reviewRows, standingConditions } from "./facts.ts";
import { byHand, changes, type Moment, policyOf } from "./moment.ts";

/** What a reason why somebody may not decide comes to when they are recorded as having decided. */
const named: Record<ObstacleKind, Code> = {
  person_inactive: "signer_without_role",
  not_your_role: "signer_without_role",
  role_not_held: "signer_without_role",
  own_work: "signer_built_it",
  already_decided: "signature_twice",
  review_not_open: "signature_out_of_turn",
  not_sealed: "signature_out_of_turn",
  recommendation_outstanding: "signature_out_of_turn",
  recommendation_given: "signature_out_of_turn",
  approval_closed: "signature_out_of_turn",
  conditions_to_sign: "signature_on_other_content",
  no_conditions_to_sign: "signature_on_other_content",
};

/** Each signature was its signer's own, at its time, in a role then in force, on the evidence and conditions then standing. */
export function signaturesHold(moment: Moment): void {
  for (const { after, before } of changes(moment, "decision")) {
    if (!before) signed(moment, after);
    else if (after.state === "withdrawn" && before.state === "valid" && !byHand(moment, after.person_id))
      moment.object("signature_of_another", phrase("{id} was withdrawn by somebody else", { id: after.id }));
  }
}

const signer = ({ act, person_id: person }: Row<"decision">): Detail => phrase("{act} by {person}", { act, person });

function signed(moment: Moment, decision: Row<"decision">): void {
  const { leaf, state, blobs } = moment;
  const who = signer(decision);
  const rows = reviewRows(state, decision.review_id);
  if (!rows || rows.round.id !== decision.round_id || decision.state !== "valid")
    return moment.object("signature_out_of_turn", who);
  if (!byHand(moment, decision.person_id)) moment.object("signature_of_another", who);
  if (decision.signed_at !== leaf.core.claimed_at || !near(decision.authenticated_at, decision.signed_at, 10))
    moment.object("signature_time", who);
  const act = decision.act as DecisionAct;
  const may = mayDecide(evaluateInput(state, rows, blobs, leaf.core.claimed_at), {
    person: decision.person_id,
    role: decision.role as Role,
    act,
  });
  if (!may.ok)
    for (const obstacle of may.obstacles)
      moment.object(named[obstacle.kind], phrase("{who}: {why}", { who, why: { reasons: [obstacle] } }));
  const conditions = standingConditions(state, rows.review.id)?.sha256 ?? null;
  if (decision.evidence_sha256 !== rows.round.evidence_sha256 || decision.conditions_sha256 !== conditions)
    moment.object("signature_on_other_content", who);
  statementHolds(moment, decision, rows, conditions);
}

/** The statement is derived again from the records: whoever signed, signed this and had every section of it marked as read. */
function statementHolds(
  moment: Moment,
  decision: Row<"decision">,
  rows: NonNullable<ReturnType<typeof reviewRows>>,
  conditionsSha256: string | null,
): void {
  const { state, blobs } = moment;
  const policy = policyOf(blobs, rows.revision);
  const marks = [...state.section_mark.values()].filter(
    (mark) => mark.review_id === decision.review_id && mark.person_id === decision.person_id && mark.state === "valid",
  );
  const act = decision.act as DecisionAct;
  const signOff = policy ? signOffFor(policy, [decision.role], act) : undefined;
  const facts = {
    ...rows,
    policySha256: rows.revision.sha256,
    conditionsSha256,
    evidence: evidenceNow(state, rows),
    marks,
    signed: decision,
  };
  const statement = decisionStatement({ ...facts, meaning: meaningOf(signOff, act) });
  // Before dissent had a meaning of its own it was signed under that of the sign-off: what was signed so holds.
  const former = decisionStatement({ ...facts, meaning: signOff?.meaning ?? "" });
  const fits =
    [statement, former].some((one) => documentDigest(one) === decision.statement_sha256) &&
    blobs.has(decision.statement_sha256);
  const positive = act !== "reject" && act !== "request_changes";
  if (!fits) moment.object("statement_differs", signer(decision));
  else if (positive && statement.sections.length < sections.length)
    moment.object(
      "signature_out_of_turn",
      phrase("{person} had not read every section", { person: decision.person_id }),
    );
}
