-- What a governed row must belong to; nothing is deleted; nothing changes without its event.
-- A row belongs to one model, review and workspace all the way up: the role that decides about it is looked up there.
alter table gov.policy add constraint policy_place unique (id, workspace_id);
alter table gov.policy_revision add constraint policy_revision_of_policy foreign key (policy_id, workspace_id) references gov.policy (id, workspace_id);
alter table gov.model add constraint model_place unique (id, workspace_id, task);
alter table gov.environment add constraint environment_place unique (id, workspace_id);
alter table gov.version add constraint version_place unique (id, model_id, workspace_id),
  add constraint version_of_model foreign key (model_id, workspace_id, task) references gov.model (id, workspace_id, task);
alter table gov.review add constraint review_of_version foreign key (version_id, model_id, workspace_id) references gov.version (id, model_id, workspace_id),
  add constraint review_of_environment foreign key (environment_id, workspace_id) references gov.environment (id, workspace_id);
alter table gov.alias add constraint alias_of_version foreign key (version_id, model_id, workspace_id) references gov.version (id, model_id, workspace_id);
alter table gov.round add constraint round_place unique (id, review_id);
alter table gov.check_run add constraint check_run_of_round foreign key (round_id, review_id) references gov.round (id, review_id);
alter table gov.section_mark add constraint section_mark_of_round foreign key (round_id, review_id) references gov.round (id, review_id);
alter table gov.comment add constraint comment_of_round foreign key (round_id, review_id) references gov.round (id, review_id);
alter table gov.finding add constraint finding_of_round foreign key (round_id, review_id) references gov.round (id, review_id);
alter table gov.condition_set add constraint condition_set_of_round foreign key (round_id, review_id) references gov.round (id, review_id),
  add constraint condition_set_place unique (id, review_id);
alter table gov.condition add constraint condition_of_set foreign key (set_id, review_id) references gov.condition_set (id, review_id);

create unique index workspace_key on gov.workspace (key);
create unique index environment_key on gov.environment (workspace_id, key);
create unique index policy_key on gov.policy (workspace_id, key);
create unique index policy_published on gov.policy_revision (policy_id) where state = 'published';
create unique index model_key on gov.model (workspace_id, key);
create unique index version_label on gov.version (model_id, label) where label is not null;
create unique index version_path on gov.version_file (version_id, path, role);
create unique index alias_name on gov.alias (model_id, name);
create unique index role_grant_once on gov.role_grant (person_id, workspace_id, role) where state <> 'revoked';
create unique index review_open on gov.review (version_id, environment_id) where state in ('in_validation', 'changes_requested', 'pending_approval');
create unique index approval_valid on gov.approval (version_id, environment_id) where state = 'valid';
create unique index round_open on gov.round (review_id) where state in ('gathering', 'sealed');
create unique index check_run_current on gov.check_run (round_id, check_key) where state <> 'superseded';
create unique index mark_once on gov.section_mark (round_id, person_id, section) where state = 'valid';
create unique index condition_set_current on gov.condition_set (review_id) where state = 'proposed';
-- One decision per person and round (peers 5.3): a superseded or withdrawn one stays in the record.
create unique index decision_once on gov.decision (round_id, person_id) where state = 'valid';

create index version_identity on gov.version (identity);
create unique index version_part_once on gov.version_part (version_id, part);
create index version_part_identity on gov.version_part (identity);
create index version_part_file on gov.version_part (file_sha256);
create index version_file_sha256 on gov.version_file (sha256);
create index contributor_version on gov.contributor (version_id);
create index role_grant_workspace on gov.role_grant (workspace_id, role) where state = 'active';
create index review_version on gov.review (version_id);
create index check_run_round on gov.check_run (round_id);
create index decision_round on gov.decision (round_id);
create index comment_review on gov.comment (review_id);
create index finding_review on gov.finding (review_id);
create index condition_review on gov.condition (review_id);
create index section_mark_round on gov.section_mark (round_id);
create index approval_version on gov.approval (version_id);
create index alias_version on gov.alias (version_id);

-- Nothing governed is ever deleted: an end is a state, and it has an event.
do $$
declare t record;
begin
  for t in select tablename from pg_tables where schemaname = 'gov' loop
    execute format('create trigger no_delete before delete on gov.%I for each row execute function audit.refuse_change()', t.tablename);
    execute format('create trigger no_truncate before truncate on gov.%I for each statement execute function audit.refuse_change()', t.tablename);
    execute format('alter table gov.%I enable always trigger no_delete', t.tablename);
    execute format('alter table gov.%I enable always trigger no_truncate', t.tablename);
  end loop;
end $$;

-- Completeness: table, aggregate, column that names the aggregate.
do $$
declare
  r record;
  branches text := '';
begin
  for r in select * from (values
    ('instance', 'instance', 'id'),
    ('person', 'person', 'id'),
    ('role_grant', 'person', 'person_id'),
    ('workspace', 'workspace', 'id'),
    ('environment', 'workspace', 'workspace_id'),
    ('token', 'token', 'id'),
    ('policy', 'policy', 'id'),
    ('policy_revision', 'policy', 'policy_id'),
    ('model', 'model', 'id'),
    ('version', 'version', 'id'),
    ('version_file', 'version', 'version_id'),
    ('version_part', 'version', 'version_id'),
    ('contributor', 'version', 'version_id'),
    ('review', 'review', 'id'),
    ('round', 'review', 'review_id'),
    ('check_run', 'review', 'review_id'),
    ('section_mark', 'review', 'review_id'),
    ('comment', 'review', 'review_id'),
    ('finding', 'review', 'review_id'),
    ('condition_set', 'review', 'review_id'),
    ('condition', 'review', 'review_id'),
    ('decision', 'review', 'review_id'),
    ('approval', 'approval', 'id'),
    ('alias', 'model', 'model_id'),
    ('evidence_export', 'export', 'id')
  ) as v(t, aggregate, col) loop
    execute format('create constraint trigger require_event after insert or update on gov.%I deferrable initially deferred for each row execute function audit.require_event(%L, %L)', r.t, r.aggregate, r.col);
    execute format('alter table gov.%I enable always trigger require_event', r.t);
    branches := branches || format('when %L then return (select to_jsonb(x) from gov.%I x where x.id = row_id); ', r.t, r.t);
  end loop;
  execute format('create function audit.row_now(t text, row_id text) returns jsonb language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp as $f$ begin case t %s else return null; end case; end $f$', branches);
end $$;

revoke all on function audit.row_now(text, text) from public;

-- The other half: an event says nothing that did not happen. What it claims of a row stands in the table at commit,
-- or was changed again by a later event of the same transaction. Otherwise guards could be passed by writing the log alone.
create function audit.require_rows() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  claimed record;
begin
  for claimed in
    select r.image ->> 't' as t, r.image -> 'row' as row, r.at
    from jsonb_array_elements(convert_from(new.core, 'UTF8')::jsonb -> 'rows') with ordinality as r (image, at)
  loop
    if audit.row_now(claimed.t, claimed.row ->> 'id') is distinct from claimed.row and not exists (
      select 1 from audit.event e, jsonb_array_elements(convert_from(e.core, 'UTF8')::jsonb -> 'rows') with ordinality as l (image, at)
      where e.tx = new.tx and (e.id > new.id or (e.id = new.id and l.at > claimed.at))
        and l.image ->> 't' = claimed.t and l.image -> 'row' ->> 'id' = claimed.row ->> 'id'
    ) then
      raise exception 'countersign: the event claims a % % that is not so', claimed.t, claimed.row ->> 'id'
        using errcode = '42501', constraint = 'require_rows';
    end if;
  end loop;
  return null;
end $$;
create constraint trigger require_rows after insert on audit.event deferrable initially deferred for each row execute function audit.require_rows();
alter table audit.event enable always trigger require_rows;
revoke all on function audit.require_rows() from public;

grant select on all tables in schema gov to countersign_app, countersign_worker, countersign_notary;
grant insert, update on all tables in schema gov to countersign_app;
-- The worker ends what others have begun: checks, rounds, approvals past their validity.
grant update on gov.check_run, gov.round, gov.review, gov.approval to countersign_worker;
