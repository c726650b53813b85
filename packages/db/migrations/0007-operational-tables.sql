-- Operational rows: changed through operate(), without an event, and never in the record.
create table ops.account (
  person_id text primary key references gov.person,
  email text not null unique check (email = lower(email) and octet_length(email) <= 320),
  password_hash text,
  failed integer not null default 0,
  locked_until timestamptz,
  password_set_at timestamptz
);
create table ops.session (
  id_sha256 text primary key,
  person_id text not null references gov.person,
  kind text not null check (kind in ('browser', 'terminal')),
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_person on ops.session (person_id) where revoked_at is null;
-- One-time links: the first administrator's, and those that set a new password.
create table ops.link (
  secret_sha256 text primary key,
  purpose text not null check (purpose in ('set_up', 'password')),
  person_id text references gov.person,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table ops.token_secret (
  token_id text not null references gov.token,
  generation bigint not null,
  secret_sha256 text not null unique,
  ended_at timestamptz,
  primary key (token_id, generation)
);
create table ops.sign_in_attempt (
  id bigint generated always as identity primary key,
  source text not null,
  at timestamptz not null default clock_timestamp()
);
create index sign_in_attempt_source on ops.sign_in_attempt (source, at);
-- The answer to a repeated request. The same key with other input is refused.
create table ops.idempotency (
  actor text not null,
  key text not null check (octet_length(key) <= 200),
  command text not null,
  input_sha256 text not null,
  result jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);
create table ops.artifact (
  sha256 text primary key,
  size bigint not null check (size >= 0),
  stored_at timestamptz not null default clock_timestamp()
);
create table ops.check_progress (
  check_run_id text primary key,
  worker text not null,
  note text not null,
  at timestamptz not null default clock_timestamp()
);
create table ops.credential_reset (
  id text primary key,
  person_id text not null references gov.person,
  asked_by text not null references gov.person,
  confirmed_by text references gov.person,
  at timestamptz not null default clock_timestamp()
);

grant select, insert, update, delete on all tables in schema ops to countersign_app;
-- Of what serves sign-in the worker reads nothing.
grant select, insert, update, delete on ops.check_progress to countersign_worker;

-- Jobs are enqueued in the caller's transaction. The queue's own tables belong to the worker's login and are shut to others.
create function ops.enqueue(task text, payload json, key text default null) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(task, payload, job_key := key, max_attempts := 8);
$$;
grant create on schema ops to countersign_worker;
alter function ops.enqueue(text, json, text) owner to countersign_worker;
revoke create on schema ops from countersign_worker;
revoke all on function ops.enqueue(text, json, text) from public;
grant execute on function ops.enqueue(text, json, text) to countersign_app, countersign_worker;
