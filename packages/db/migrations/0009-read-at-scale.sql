-- What lists, the trail and a policy's dry run ask for, at a bank's size (docs/decisions/0017-lists-of-any-length.md).
create index review_model on gov.review (model_id);
create index review_open_due on gov.review (workspace_id, due_at) where ended_at is null;
create index review_ended on gov.review (workspace_id, ended_at desc) where ended_at is not null;
create index review_requested_by on gov.review (requested_by, ended_at desc);
create index review_policy on gov.review (policy_revision_id);
create index decision_review on gov.decision (review_id);
create index decision_person on gov.decision (person_id, signed_at desc);
create index section_mark_review on gov.section_mark (review_id, person_id);
create index approval_review on gov.approval (review_id);
create index approval_valid_until on gov.approval (valid_until) where state = 'valid';
create index condition_set_review on gov.condition_set (review_id);
create index condition_open on gov.condition (owner_id, due_at) where state in ('in_force', 'evidence_given');
create index finding_open on gov.finding (owner_id) where state in ('open', 'answered');
create index model_title on gov.model (workspace_id, lower(title), id);
create index model_owner on gov.model (owner_id);
create index alias_approval on gov.alias (approval_id);
create index version_created on gov.version (created_at desc);
create index evidence_export_version on gov.evidence_export (version_id);

-- What the trail is narrowed by, taken out of the core once: the bytes stay what counts.
alter table audit.event add column act text, add column person text, add column ws text;
alter table audit.event disable trigger no_change;
update audit.event e set act = c.core ->> 'act', person = c.core -> 'actor' ->> 'person', ws = c.core ->> 'ws'
  from (select id, convert_from(core, 'UTF8')::jsonb as core from audit.event) c where c.id = e.id;
alter table audit.event enable always trigger no_change;
create index event_act on audit.event (act text_pattern_ops, id desc);
create index event_person on audit.event (person, id desc);
create index event_ws on audit.event (ws, id desc);
create index event_at on audit.event (at);

-- As in 0008, with those columns.
create or replace function audit.append(cores bytea[], places integer[] default null) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  core bytea;
  c jsonb;
  next bigint;
  event_id bigint;
  instance_state text;
begin
  for i in 1 .. cardinality(cores) loop
    core := cores[i];
    c := convert_from(core, 'UTF8')::jsonb;
    if c ->> 'origin' <> 'live' then
      select s.state into instance_state from gov.instance s;
      if instance_state is distinct from 'setup' or c ->> 'origin' <> 'seed' then
        raise exception 'countersign: origin % is closed', c ->> 'origin' using errcode = '42501', constraint = 'origin_closed';
      end if;
    end if;
    next := null;
    if places is null then
      insert into audit.stream as s (stream, sver) values (c ->> 'stream', (c ->> 'sver')::bigint)
        on conflict (stream) do update set sver = excluded.sver where s.sver = excluded.sver - 1 returning s.sver into next;
    elsif get_byte(core, places[i]) = ascii('1') then
      insert into audit.stream as s (stream, sver) values (c ->> 'stream', 1) on conflict (stream) do update set sver = s.sver + 1 returning s.sver into next;
      core := substring(core for places[i]) || convert_to(next::text, 'UTF8') || substring(core from places[i] + 2);
      c := convert_from(core, 'UTF8')::jsonb;
    end if;
    if next is null or (c ->> 'sver')::bigint is distinct from next then
      raise exception 'countersign: % is not the next event of %', c ->> 'sver', c ->> 'stream' using errcode = '40001', constraint = 'next_of_stream';
    end if;
    insert into audit.event (event_id, stream, sver, core, act, person, ws)
      values (c ->> 'id', c ->> 'stream', next, core, c ->> 'act', c -> 'actor' ->> 'person', c ->> 'ws') returning id into event_id;
    insert into audit.pending values (event_id);
  end loop;
end $$;

-- As in 0006. The decision is found by its review as well: on tables that nobody has analyzed yet PostgreSQL would otherwise
-- ask of every decision ever signed whether its signer still holds the role.
create or replace function gov.counting(review text, conditions text) returns setof gov.decision language sql stable set search_path = pg_catalog, pg_temp as $$
  select d.*
  from gov.review v join gov.round r on r.review_id = v.id and r.number = v.round
    join gov.decision d on d.review_id = v.id and d.round_id = r.id
    join gov.model m on m.id = v.model_id, lateral (select gov.policy_of(v.policy_revision_id) as policy) p
  where v.id = counting.review and d.state = 'valid' and d.evidence_sha256 = r.evidence_sha256
    and gov.holds(d.person_id, v.workspace_id, d.role) and gov.asks(p.policy, d.role, d.act)
    and (gov.contributors_may_sign(p.policy, m.tier)
         or not exists (select 1 from gov.contributor c where c.version_id = v.version_id and c.person_id = d.person_id))
    and (d.act in ('reject', 'request_changes') or d.conditions_sha256 is not distinct from counting.conditions
         and (d.act = 'recommend' or (d.act = 'approve_with_conditions') = (counting.conditions is not null)))
$$;
