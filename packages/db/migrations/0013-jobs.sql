-- What somebody has asked for that takes long: made by the worker, theirs alone, and no act. What it makes is recorded by its own commands.
create table ops.job (
  id text primary key,
  person_id text not null references gov.person,
  kind text not null check (kind in ('trail', 'evidence')),
  input jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  step text,
  done integer,
  total integer,
  -- Which taking of it goes on: one that is no longer the newest writes nothing.
  taken_by text,
  -- All of them: each may have left a file.
  takings text[] not null default '{}',
  attempts integer not null default 0,
  -- Name, media type, size and digest of what was made; its bytes stand in the store under the id of the taking that made it.
  file jsonb,
  -- Whose sight the content was made by: whoever sees less than this does not get it.
  sight jsonb,
  problem jsonb,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  beat_at timestamptz,
  ended_at timestamptz,
  fetched_at timestamptz,
  expires_at timestamptz not null default now() + interval '30 days',
  constraint job_done_has_file check ((state = 'done') = (file is not null and sight is not null)),
  constraint job_failed_has_problem check ((state = 'failed') = (problem is not null))
);
create index job_open on ops.job (created_at) where state in ('queued', 'running');
create index job_of_person on ops.job (person_id, created_at, id);
create index job_expires on ops.job (expires_at);
grant select, insert, update on ops.job to countersign_app;
grant select, update, delete on ops.job to countersign_worker;

-- The worker makes evidence bundles for whoever asked, and records each in their name as the portal did.
grant insert on gov.evidence_export to countersign_worker;

alter table ops.notice drop constraint notice_kind_check;
alter table ops.notice add constraint notice_kind_check
  check (kind in ('turn', 'due', 'answer', 'decision', 'condition', 'security', 'job', 'digest'));
