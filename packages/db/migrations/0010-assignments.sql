-- Whom a sign-off of a review is asked of. An assignment gives no right and takes none: it tells whose turn it is.
create table gov.assignment (
  id text not null primary key,
  review_id text not null references gov.review,
  person_id text not null references gov.person,
  role text not null,
  assigned_by text not null references gov.person,
  state text not null check (state in ('active', 'ended')),
  assigned_at gov.instant not null,
  ended_at gov.instant
);
create unique index assignment_once on gov.assignment (review_id, person_id) where state = 'active';
create index assignment_person on gov.assignment (person_id) where state = 'active';

create function gov.guard_assignment() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v gov.review;
  p jsonb;
begin
  if tg_op = 'UPDATE' then
    if old.state <> 'active' or new.state <> 'ended' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'ended_at']) then
      perform gov.refuse('assignment_fixed', 'an assignment is not edited; it ends and another is made');
    end if;
    return new;
  end if;
  select * into v from gov.review where id = new.review_id;
  p := gov.policy_of(v.policy_revision_id);
  if new.state <> 'active' or v.state not in ('in_validation', 'changes_requested', 'pending_approval') then
    perform gov.refuse('assignment_open', 'an assignment begins active, on an open review');
  end if;
  if not gov.asks(p, new.role, 'request_changes') or not gov.holds(new.person_id, v.workspace_id, new.role) then
    perform gov.refuse('assignment_role', 'the person does not hold a role that the policy asks');
  end if;
  if not gov.contributors_may_sign(p, (select m.tier from gov.model m where m.id = v.model_id))
     and exists (select 1 from gov.contributor c where c.version_id = v.version_id and c.person_id = new.person_id) then
    perform gov.refuse('assignment_own_work', 'nobody is asked to decide on what they built');
  end if;
  return new;
end $$;

-- As for every other governed table: guarded, complete, never deleted.
create trigger guard before insert or update on gov.assignment for each row execute function gov.guard_assignment();
create trigger no_delete before delete on gov.assignment for each row execute function audit.refuse_change();
create trigger no_truncate before truncate on gov.assignment for each statement execute function audit.refuse_change();
create constraint trigger require_event after insert or update on gov.assignment deferrable initially deferred
  for each row execute function audit.require_event('review', 'review_id');
do $$
declare
  t text;
  branches text := '';
begin
  foreach t in array array['guard', 'no_delete', 'no_truncate', 'require_event'] loop
    execute format('alter table gov.assignment enable always trigger %I', t);
  end loop;
  for t in select tablename from pg_tables where schemaname = 'gov' order by 1 loop
    branches := branches || format('when %L then return (select to_jsonb(x) from gov.%I x where x.id = row_id); ', t, t);
  end loop;
  execute format('create or replace function audit.row_now(t text, row_id text) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp as $f$ begin case t %s else return null; end case; end $f$', branches);
end $$;
grant select on gov.assignment to countersign_app, countersign_worker, countersign_notary;
grant insert, update on gov.assignment to countersign_app;

-- What a person has put off, until when: it comes back earlier when its round changes or when it is due.
create table ops.snooze (
  person_id text not null references gov.person,
  review_id text not null references gov.review,
  round bigint not null,
  until timestamptz not null,
  primary key (person_id, review_id)
);
grant select, insert, update, delete on ops.snooze to countersign_app;
