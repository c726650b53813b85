/** Models of the demo: other journeys add their own. */
export const demoModels = [
  "branch-staffing",
  "card-fraud-screen",
  "card-limit",
  "chargeback-risk",
  "collections-priority",
  "credit-pd",
  "doctor-visits",
  "footfall-average",
  "german-credit",
  "lesion-triage",
  "overdraft-pd",
  "small-business-pd",
];

const ofReviews = ["check_run", "condition", "decision", "comment", "finding", "approval", "assignment"];

/** What a query names without a schema is the demo's own; $1: its models. */
export const amongTheDemo = (query: string): string => `
  with model as (select * from gov.model where key = any($1)),
  version as (select v.* from gov.version v join model m on m.id = v.model_id),
  contributor as (select c.* from gov.contributor c join version v on v.id = c.version_id),
  review as (select r.* from gov.review r join model m on m.id = r.model_id),
  ${ofReviews.map((table) => `${table} as (select t.* from gov.${table} t join review r on r.id = t.review_id)`).join(", ")}
  ${query} limit 1`;

/** One of everything that the product knows: a query that finds at least one row among what the demo tells. */
export const kinds: Record<string, string> = {
  "a check that failed": "select 1 from check_run where verdict = 'fail' and outcome = 'blocks'",
  "a check without enough to tell": "select 1 from check_run where verdict = 'insufficient' and outcome = 'blocks'",
  "a version that is a draft": "select 1 from version where state = 'draft'",
  "an approval without conditions": review("approved"),
  "an approval with conditions": review("approved_with_conditions"),
  "a rejected version": review("rejected"),
  "a withdrawn review": review("withdrawn"),
  "a review with changes requested": review("changes_requested"),
  "a review that waits for a recommendation": review("in_validation"),
  "a review that waits for approval": review("pending_approval"),
  "a review that is late": "select 1 from review where ended_at is null and due_at::timestamptz < now()",
  "a review in its second round": "select 1 from review where round = 2",
  "an approval with one of its conditions overdue":
    "select 1 from condition c where state = 'in_force' and due_at::timestamptz < now() and exists (select 1 from condition o where o.set_id = c.set_id and o.state = 'accepted')",
  "a condition with its evidence to accept": "select 1 from condition where state = 'evidence_given'",
  "a condition that was replaced": "select 1 from condition where state = 'superseded'",
  "a superseded signature": "select 1 from decision where state = 'superseded' and act = 'recommend'",
  "a withdrawn signature": "select 1 from decision where state = 'withdrawn'",
  "a signature of somebody who has left":
    "select 1 from decision d join gov.person p on p.id = d.person_id where d.state = 'valid' and p.state = 'deactivated'",
  "a review that one of its approvers helped to build": `select 1 from contributor c join gov.role_grant g on g.person_id = c.person_id and g.role = 'approver' and g.state = 'active'
    join review r on r.version_id = c.version_id where r.ended_at is null`,
  "a contributor whom nobody here knows":
    "select 1 from contributor c join review r on r.version_id = c.version_id where c.person_id is null and r.ended_at is null",
  "a remark in a discussion": "select 1 from comment",
  "an open finding": finding("open"),
  "an answered finding": finding("answered"),
  "a closed finding": finding("closed"),
  "an open finding that is due within two days":
    "select 1 from finding f join review r on r.id = f.review_id where f.state = 'open' and r.ended_at is null and r.due_at::timestamptz between now() and now() + interval '2 days'",
  "a model that is active": model("active"),
  "a proposed model": model("proposed"),
  "a refused model": model("rejected"),
  "a suspended model": model("suspended"),
  "an approval in force": approval("valid"),
  "an expired approval": approval("expired"),
  "a revoked approval": approval("revoked"),
  "an alias that was promoted": act("alias.moved", "why", "promoted"),
  "an alias that was moved back": `select 1 from audit.event e join model m on e.stream = 'model:' || m.id where ${core("act")} = 'alias.moved'
    and convert_from(core, 'UTF8')::jsonb -> 'data' ->> 'why' not in ('promoted', 'approved')`,
  "a policy of three revisions, the last to confirm":
    "select 1 from gov.policy_revision where number = 3 and state = 'proposed' and exists (select 1 from gov.policy_revision p where p.policy_id = policy_revision.policy_id and p.state = 'superseded')",
  "a token that ends within a week":
    "select 1 from gov.token where state = 'active' and expires_at::timestamptz between now() and now() + interval '7 days'",
  "a revoked token": "select 1 from gov.token where state = 'revoked' and label = 'Jenkins of credit-risk'",
  "a person who was deactivated":
    "select 1 from gov.person p join decision d on d.person_id = p.id where p.state = 'deactivated'",
  "a role that waits for the second administrator":
    "select 1 from gov.role_grant where state = 'pending' and role = 'validator' and not bootstrap",
  "a review that one person asked of another": "select 1 from assignment where state = 'active'",
  "a review that was handed over":
    "select 1 from assignment a join assignment b on b.review_id = a.review_id and b.assigned_by = a.person_id where a.state = 'ended' and b.state = 'active'",
  "a review that somebody has put off": "select 1 from ops.snooze where until > now()",
};

function core(field: string): string {
  return `convert_from(core, 'UTF8')::jsonb ->> '${field}'`;
}
function review(state: string): string {
  return `select 1 from review where state = '${state}'`;
}
function finding(state: string): string {
  return `select 1 from finding where state = '${state}'`;
}
function model(state: string): string {
  return `select 1 from model where state = '${state}'`;
}
function approval(state: string): string {
  return `select 1 from approval where state = '${state}'`;
}
function act(name: string, field: string, value: string): string {
  return `select 1 from audit.event e join model m on e.stream = 'model:' || m.id where ${core("act")} = '${name}' and convert_from(core, 'UTF8')::jsonb -> 'data' ->> '${field}' = '${value}'`;
}
