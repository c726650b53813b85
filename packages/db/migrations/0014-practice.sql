-- Who has practised a decision. A practice is no act on a governed object: nothing else of it is kept, and the log knows none of it.
create table ops.practice (
  person_id text primary key references gov.person,
  state text not null check (state in ('offered', 'skipped', 'done')),
  -- The decision that the last finished practice ended with, and whether it caught the planted defect.
  decision text check (decision in ('recommend', 'approve', 'approve_with_conditions', 'request_changes', 'reject')),
  found text check (found in ('found', 'partly', 'missed')),
  -- When the last practice was finished; null: none was.
  at timestamptz,
  -- Where the practice under way stands: marks, proposed conditions, the decision. Theirs alone; the next one begins without it.
  work jsonb not null default '{}' check (jsonb_typeof(work) = 'object'),
  check ((decision is null) = (at is null) and (found is null) = (at is null)),
  check (state <> 'done' or at is not null)
);
grant select, insert, update on ops.practice to countersign_app;
