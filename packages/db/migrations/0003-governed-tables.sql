-- Governed tables. Column by column the same as packages/record/src/tables.ts; a test compares them.
-- Times are ISO 8601 text in UTC, so that a row and its image in the log are the same bytes.
-- References that also fix a workspace or a review are in 0004; those of decisions and approvals are their guards' (0006).
create domain gov.instant as text check (value ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$');
create domain gov.sha256 as text check (value ~ '^[0-9a-f]{64}$');
create domain gov.disclosure_digest as text check (value ~ '^[A-Za-z0-9_-]{43}$');

create table gov.instance (
  id text not null primary key,
  state text not null,
  origin text not null,
  created_at gov.instant not null,
  live_at gov.instant
);

create table gov.person (
  id text not null primary key,
  state text not null,
  name text not null,
  email text not null,
  created_at gov.instant not null
);

create table gov.workspace (
  id text not null primary key,
  key text not null,
  title text not null,
  practice boolean not null,
  created_at gov.instant not null
);

create table gov.environment (
  id text not null primary key,
  workspace_id text not null references gov.workspace,
  key text not null,
  title text not null,
  protects text[] not null,
  created_at gov.instant not null
);

create table gov.role_grant (
  id text not null primary key,
  person_id text not null references gov.person,
  workspace_id text not null references gov.workspace,
  role text not null,
  state text not null,
  bootstrap boolean not null,
  granted_by text,
  confirmed_by text,
  granted_at gov.instant not null,
  confirmed_at gov.instant,
  ended_at gov.instant
);

create table gov.token (
  id text not null primary key,
  workspace_id text not null references gov.workspace,
  label text not null,
  owner_id text not null references gov.person,
  roles text[] not null,
  models text[],
  state text not null,
  generation bigint not null,
  expires_at gov.instant not null,
  created_at gov.instant not null,
  ended_at gov.instant
);

create table gov.policy (
  id text not null primary key,
  workspace_id text not null references gov.workspace,
  key text not null,
  created_at gov.instant not null
);

create table gov.policy_revision (
  id text not null primary key,
  policy_id text not null,
  workspace_id text not null,
  number bigint not null,
  sha256 gov.sha256 not null,
  state text not null,
  proposed_by text not null,
  confirmed_by text,
  proposed_at gov.instant not null,
  published_at gov.instant,
  ended_at gov.instant
);

create table gov.model (
  id text not null primary key,
  workspace_id text not null references gov.workspace,
  key text not null,
  title text not null,
  purpose text,
  task text not null,
  state text not null,
  tier text,
  tier_answers jsonb,
  owner_id text not null references gov.person,
  next_number bigint not null,
  proposed_by text not null,
  created_at gov.instant not null
);

create table gov.version (
  id text not null primary key,
  model_id text not null,
  workspace_id text not null,
  number bigint not null,
  label text,
  task text not null,
  state text not null,
  description text,
  submission_sha256 gov.sha256 not null,
  manifest_sha256 gov.sha256,
  identity gov.sha256,
  drafted_by text not null,
  token_id text references gov.token,
  created_at gov.instant not null,
  frozen_at gov.instant
);

create table gov.version_file (
  id text not null primary key,
  version_id text not null references gov.version,
  role text not null,
  part text,
  path text not null,
  sha256 gov.sha256 not null,
  size bigint not null
);

create table gov.version_part (
  id text not null primary key,
  version_id text not null references gov.version,
  part text not null,
  identity gov.sha256 not null,
  file_sha256 gov.sha256
);

create table gov.contributor (
  id text not null primary key,
  version_id text not null references gov.version,
  kind text not null,
  address text,
  person_id text references gov.person,
  mapped_by text
);

create table gov.review (
  id text not null primary key,
  version_id text not null,
  model_id text not null,
  workspace_id text not null,
  environment_id text not null,
  policy_revision_id text not null references gov.policy_revision,
  tier text not null,
  state text not null,
  round bigint not null,
  requested_by text not null,
  requested_at gov.instant not null,
  due_at gov.instant not null,
  ended_at gov.instant
);

create table gov.round (
  id text not null primary key,
  review_id text not null references gov.review,
  number bigint not null,
  state text not null,
  base_version_id text references gov.version,
  evidence_sha256 gov.sha256,
  opened_at gov.instant not null,
  sealed_at gov.instant,
  closed_at gov.instant
);

create table gov.check_run (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  check_key text not null,
  attempt bigint not null,
  state text not null,
  status text,
  verdict text,
  outcome text,
  result_sha256 gov.sha256,
  queued_at gov.instant not null,
  ended_at gov.instant
);

create table gov.section_mark (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  person_id text not null references gov.person,
  section text not null,
  content_sha256 gov.sha256 not null,
  state text not null,
  marked_at gov.instant not null
);

create table gov.comment (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  person_id text not null references gov.person,
  section text,
  body text not null,
  written_at gov.instant not null
);

create table gov.finding (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  number bigint not null,
  severity text not null,
  state text not null,
  title text not null,
  body text not null,
  raised_by text not null,
  owner_id text not null references gov.person,
  answer text,
  answered_by text,
  resolution text,
  closed_by text,
  raised_at gov.instant not null,
  answered_at gov.instant,
  closed_at gov.instant
);

create table gov.condition_set (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  revision bigint not null,
  sha256 gov.sha256 not null,
  state text not null,
  proposed_by text not null,
  proposed_at gov.instant not null
);

create table gov.condition (
  id text not null primary key,
  review_id text not null,
  set_id text not null,
  number bigint not null,
  text text not null,
  covers text[] not null,
  owner_id text not null references gov.person,
  due_at gov.instant not null,
  blocking boolean not null,
  state text not null,
  evidence text,
  given_by text,
  given_at gov.instant,
  accepted_by text,
  accepted_at gov.instant
);

create table gov.decision (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  person_id text not null references gov.person,
  role text not null,
  act text not null,
  evidence_sha256 gov.sha256 not null,
  conditions_sha256 gov.sha256,
  statement_sha256 gov.sha256 not null,
  reason text,
  state text not null,
  authenticated_at gov.instant not null,
  signed_at gov.instant not null,
  ended_at gov.instant
);

create table gov.approval (
  id text not null primary key,
  review_id text not null,
  round_id text not null,
  version_id text not null,
  model_id text not null,
  workspace_id text not null,
  environment_id text not null,
  policy_revision_id text not null,
  evidence_sha256 gov.sha256 not null,
  conditions_sha256 gov.sha256,
  state text not null,
  granted_at gov.instant not null,
  valid_until gov.instant not null,
  ended_at gov.instant
);

create table gov.alias (
  id text not null primary key,
  model_id text not null,
  workspace_id text not null,
  name text not null,
  version_id text not null,
  approval_id text references gov.approval,
  moved_by text not null,
  moved_at gov.instant not null
);

create table gov.evidence_export (
  id text not null primary key,
  version_id text not null references gov.version,
  workspace_id text not null references gov.workspace,
  manifest_sha256 gov.sha256 not null,
  log_size bigint not null,
  heads jsonb not null,
  requested_by text not null,
  created_at gov.instant not null
);

alter table gov.person alter column name type gov.disclosure_digest, alter column email type gov.disclosure_digest;
alter table gov.decision alter column reason type gov.disclosure_digest;
alter table gov.comment alter column body type gov.disclosure_digest;
alter table gov.finding alter column title type gov.disclosure_digest, alter column body type gov.disclosure_digest,
  alter column answer type gov.disclosure_digest, alter column resolution type gov.disclosure_digest;
alter table gov.condition alter column text type gov.disclosure_digest, alter column evidence type gov.disclosure_digest;
alter table gov.contributor alter column address type gov.disclosure_digest;
alter table gov.model alter column purpose type gov.disclosure_digest;
alter table gov.version alter column description type gov.disclosure_digest;

alter table gov.instance add check (state in ('setup', 'live')), add check (id = 'instance');
alter table gov.person add check (state in ('active', 'deactivated'));
alter table gov.role_grant add check (state in ('pending', 'active', 'revoked')),
  add check (role in ('model_owner', 'developer', 'validator', 'model_risk_manager', 'approver', 'deployer', 'compliance_officer', 'auditor', 'administrator'));
alter table gov.token add check (state in ('active', 'revoked'));
alter table gov.policy_revision add check (state in ('proposed', 'published', 'superseded', 'withdrawn')), add unique (policy_id, number);
alter table gov.model add check (state in ('proposed', 'registered', 'active', 'restricted', 'suspended', 'retiring', 'retired', 'rejected')),
  add check (task in ('binary', 'multiclass', 'regression')), add check (tier in ('T1', 'T2', 'T3', 'T4'));
alter table gov.version add check (state in ('draft', 'frozen', 'retired')),
  add check (state = 'draft' or (identity is not null and manifest_sha256 is not null and frozen_at is not null)),
  add unique (model_id, number), add check (label !~ '^[0-9]+$');
alter table gov.review add check (state in ('in_validation', 'changes_requested', 'pending_approval', 'approved', 'approved_with_conditions', 'rejected', 'withdrawn'));
alter table gov.round add check (state in ('gathering', 'sealed', 'closed', 'superseded')), add unique (review_id, number),
  add check (state <> 'sealed' or evidence_sha256 is not null);
alter table gov.check_run add check (state in ('queued', 'ended', 'superseded')), add unique (round_id, check_key, attempt),
  add check (state <> 'ended' or (status is not null and verdict is not null and ended_at is not null)),
  add check (verdict in ('pass', 'warn', 'fail', 'insufficient', 'error', 'skipped')),
  add check (outcome in ('blocks', 'condition', 'informs'));
alter table gov.section_mark add check (state in ('valid', 'superseded'));
alter table gov.finding add check (state in ('open', 'answered', 'closed')), add check (severity in ('low', 'medium', 'high', 'critical')),
  add unique (review_id, number);
alter table gov.condition_set add check (state in ('proposed', 'superseded', 'adopted')), add unique (review_id, revision);
alter table gov.condition add check (state in ('proposed', 'in_force', 'evidence_given', 'accepted', 'superseded'));
alter table gov.decision add check (act in ('recommend', 'approve', 'approve_with_conditions', 'request_changes', 'reject')),
  add check (state in ('valid', 'superseded', 'withdrawn'));
alter table gov.approval add check (state in ('valid', 'stale', 'suspended', 'expired', 'revoked'));
