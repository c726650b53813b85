-- The rules that hold against raw SQL under the application's own role. The same rules live in
-- packages/policy and packages/domain; these repeat only what SQL can count (docs/invariants.md).

create function gov.refuse(code text, sentence text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'countersign: % (%)', sentence, code using errcode = '42501', constraint = code;
end $$;

-- Columns other than the listed ones may not change.
create function gov.only_changes(before jsonb, after jsonb, allowed text[]) returns boolean language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (before - allowed) = (after - allowed)
$$;

create function gov.holds(person text, workspace text, wanted text) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from gov.role_grant g join gov.person p on p.id = g.person_id
    where g.person_id = person and g.workspace_id = workspace and g.role = wanted and g.state = 'active' and p.state = 'active')
$$;

-- The default workspace's administrators administer every workspace.
create function gov.administers(person text, workspace text) returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select gov.holds(person, workspace, 'administrator') or gov.holds(person, 'wsp_default', 'administrator')
$$;

create function gov.is_live() returns boolean language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce((select state = 'live' from gov.instance), false)
$$;

create function gov.policy_of(revision text) returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_from(b.bytes, 'UTF8')::jsonb from gov.policy_revision p join audit.blob b on b.sha256 = p.sha256 where p.id = revision
$$;

create function gov.guard_instance() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.state = 'live' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'live_at'])) then
    perform gov.refuse('instance_live', 'an instance goes live once');
  end if;
  return new;
end $$;

create function gov.guard_person() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'name']) then
    perform gov.refuse('person_fixed', 'a person keeps id and address; accounts are never reused (21 CFR 11.100(a))');
  end if;
  if tg_op = 'UPDATE' and old.state = 'deactivated' and new.state <> 'deactivated' then
    perform gov.refuse('person_ended', 'a deactivated person does not come back');
  end if;
  return new;
end $$;

-- Granting a role that signs, or administrator, takes two administrators once the instance is live.
create function gov.guard_role_grant() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
-- Every role that a policy may ask to sign, and administrator: doublyGrantedRoles of packages/domain.
declare signs boolean := new.role in ('validator', 'approver', 'model_risk_manager', 'model_owner', 'compliance_officer', 'administrator');
begin
  if tg_op = 'INSERT' then
    if new.bootstrap and gov.is_live() then perform gov.refuse('bootstrap_closed', 'set-up is over'); end if;
    if not new.bootstrap and (new.granted_by is null or not gov.administers(new.granted_by, new.workspace_id)) then
      perform gov.refuse('grantor', 'only an administrator grants roles');
    end if;
    if new.state = 'active' and signs and not new.bootstrap then
      perform gov.refuse('second_administrator', 'this role needs a second administrator');
    end if;
    if new.state = 'revoked' then perform gov.refuse('grant_state', 'a grant begins pending or active'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'confirmed_by', 'confirmed_at', 'ended_at']) or old.state = 'revoked' then
    perform gov.refuse('grant_fixed', 'a grant is not edited; it ends and a new one is made');
  end if;
  if old.state = 'pending' and new.state = 'active' and (new.confirmed_by is null or new.confirmed_by = new.granted_by
      or new.confirmed_by = new.person_id or not gov.administers(new.confirmed_by, new.workspace_id)) then
    perform gov.refuse('second_administrator', 'a second administrator, not the person concerned, confirms');
  end if;
  if old.state = 'active' and new.state <> 'revoked' then perform gov.refuse('grant_state', 'an active grant can only end'); end if;
  return new;
end $$;

create function gov.guard_policy_revision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then perform gov.refuse('policy_second_person', 'a revision begins as a proposal'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'confirmed_by', 'published_at', 'ended_at'])
     or old.state in ('superseded', 'withdrawn') then
    perform gov.refuse('policy_fixed', 'a policy revision is immutable');
  end if;
  if new.state = 'published' and old.state <> 'published' and (new.confirmed_by is null or new.confirmed_by = new.proposed_by
      or not (gov.holds(new.confirmed_by, new.workspace_id, 'model_risk_manager') or gov.holds(new.confirmed_by, new.workspace_id, 'compliance_officer'))) then
    perform gov.refuse('policy_second_person', 'a second person publishes what one has proposed');
  end if;
  if old.state = 'published' and (new.state not in ('published', 'superseded') or new.confirmed_by is distinct from old.confirmed_by) then
    perform gov.refuse('policy_fixed', 'a published revision can only be superseded');
  end if;
  return new;
end $$;

create function gov.guard_model() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' and (new.state <> 'proposed' or new.tier is not null) then
    perform gov.refuse('model_proposed', 'a model begins as a proposal without a tier');
  end if;
  if tg_op = 'UPDATE' and (not gov.only_changes(to_jsonb(old), to_jsonb(new), array['title', 'purpose', 'state', 'tier', 'tier_answers', 'owner_id', 'next_number'])
      or old.state in ('rejected', 'retired') or new.next_number < old.next_number) then
    perform gov.refuse('model_fixed', 'key, workspace and task of a model do not change');
  end if;
  return new;
end $$;

create function gov.guard_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then perform gov.refuse('version_draft', 'a version begins as a draft'); end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'description', 'manifest_sha256', 'identity', 'frozen_at'])
     or (old.state <> 'draft' and not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'description']))
     or (old.state = 'retired') or (old.state = 'frozen' and new.state = 'draft') then
    perform gov.refuse('frozen', 'submitting froze the content of this version');
  end if;
  return new;
end $$;

create function gov.guard_version_part() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare version_state text;
begin
  select state into version_state from gov.version where id = new.version_id for share;
  if tg_table_name = 'contributor' and tg_op = 'UPDATE' then
    if old.person_id is not null or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['person_id', 'mapped_by']) then
      perform gov.refuse('contributor_fixed', 'a contributor is matched to a person once');
    end if;
    return new;
  end if;
  if version_state is distinct from 'draft' or (tg_op = 'UPDATE' and old.version_id <> new.version_id) then
    perform gov.refuse('frozen', 'submitting froze the content of this version');
  end if;
  return new;
end $$;

-- How closely a policy fits a model's version and an environment; null where it does not apply (selectPolicy of packages/policy).
create function gov.policy_rank(policy jsonb, of_model gov.model, environment text, of_task text) returns integer language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select case when a -> 'tiers' ? of_model.tier and a -> 'environments' ? environment
      and (a -> 'tasks' is null or a -> 'tasks' ? of_task) and (a -> 'models' is null or a -> 'models' ? of_model.key)
    then (case when a -> 'models' is null then 0 else 2 end) + (case when a -> 'tasks' is null then 0 else 1 end) end
  from (select policy -> 'appliesTo' as a) as scope
$$;

-- The one published revision that applies; null where none or several equally specific ones do.
create function gov.policy_for(version text, environment text) returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  with ranked as (
    select p.id, gov.policy_rank(gov.policy_of(p.id), m, e.key, v.task) as fit
    from gov.version v join gov.model m on m.id = v.model_id join gov.environment e on e.id = policy_for.environment
      join gov.policy_revision p on p.workspace_id = m.workspace_id and p.state = 'published'
    where v.id = policy_for.version)
  select min(id) from ranked where fit = (select max(fit) from ranked) having count(*) = 1
$$;

create function gov.guard_review() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'in_validation' then perform gov.refuse('review_state', 'a review begins in validation'); end if;
    if not exists (select 1 from gov.version where id = new.version_id and state = 'frozen') then
      perform gov.refuse('not_frozen', 'only a frozen version is reviewed');
    end if;
    if new.policy_revision_id is distinct from gov.policy_for(new.version_id, new.environment_id)
       or new.tier is distinct from (select m.tier from gov.model m where m.id = new.model_id) then
      perform gov.refuse('policy_applies', 'a review pins the one published policy revision that applies');
    end if;
    return new;
  end if;
  if old.state in ('approved', 'approved_with_conditions', 'rejected', 'withdrawn')
     or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'round', 'ended_at', 'due_at']) then
    perform gov.refuse('review_closed', 'an ended review does not change');
  end if;
  if new.state in ('approved', 'approved_with_conditions')
     and not exists (select 1 from gov.approval where review_id = new.id and state = 'valid') then
    perform gov.refuse('no_approval', 'a review is approved by its approval');
  end if;
  return new;
end $$;

-- Only the worker's login ends checks and seals rounds: a result cannot be written by whoever serves people.
create function gov.guard_round() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'gathering' or not exists (select 1 from gov.review v where v.id = new.review_id and v.round = new.number and v.state = 'in_validation') then
      perform gov.refuse('round_state', 'a round begins by gathering evidence, as the present one of a review in validation');
    end if;
    return new;
  end if;
  if old.state in ('closed', 'superseded')
     or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'evidence_sha256', 'sealed_at', 'closed_at']) then
    perform gov.refuse('round_closed', 'an ended round does not change');
  end if;
  if new.state = 'sealed' and old.state <> 'sealed' then
    if session_user <> 'countersign_worker' then perform gov.refuse('seal_by_worker', 'the worker seals rounds'); end if;
    if exists (select 1 from gov.check_run where round_id = new.id and state = 'queued') then
      perform gov.refuse('checks_running', 'a round is sealed when every check has ended');
    end if;
  elsif old.state = 'sealed' and new.evidence_sha256 is distinct from old.evidence_sha256 then
    if new.state <> 'gathering' or exists (select 1 from gov.decision where round_id = new.id) then
      perform gov.refuse('sealed', 'decisions were taken on this evidence');
    end if;
  elsif old.state = 'sealed' and new.state = 'gathering' and exists (select 1 from gov.decision where round_id = new.id) then
    perform gov.refuse('sealed', 'decisions were taken on this evidence');
  end if;
  return new;
end $$;

create function gov.guard_check_run() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare round_state text;
begin
  select state into round_state from gov.round where id = new.round_id for share;
  if tg_op = 'INSERT' and (new.state <> 'queued' or round_state is distinct from 'gathering') then
    perform gov.refuse('check_state', 'a check is queued in a round that gathers evidence');
  end if;
  if tg_op = 'UPDATE' then
    if round_state is distinct from 'gathering' then perform gov.refuse('check_state', 'the round no longer gathers evidence'); end if;
    if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'status', 'verdict', 'outcome', 'result_sha256', 'ended_at']) then
      perform gov.refuse('check_fixed', 'a check run keeps its place');
    end if;
    if old.state = 'queued' and new.state = 'ended' then
      if session_user <> 'countersign_worker' then perform gov.refuse('result_by_worker', 'the worker records results'); end if;
    -- Only an error is run again: a result that somebody dislikes stays.
    elsif not (old.state = 'ended' and old.verdict = 'error' and new.state = 'superseded' and gov.only_changes(to_jsonb(old), to_jsonb(new), array['state'])) then
      perform gov.refuse('check_ended', 'a result is recorded once');
    end if;
  end if;
  return new;
end $$;

create function gov.guard_condition() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then perform gov.refuse('condition_state', 'a condition begins as a proposal'); end if;
    if exists (select 1 from gov.condition_set s join gov.decision d on d.review_id = s.review_id and d.conditions_sha256 = s.sha256
               where s.id = new.set_id) then
      perform gov.refuse('condition_signed', 'a signed set takes no further condition');
    end if;
    return new;
  end if;
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'evidence', 'given_by', 'given_at', 'accepted_by', 'accepted_at'])
     or old.state in ('accepted', 'superseded') then
    perform gov.refuse('condition_fixed', 'a signed condition is not edited');
  end if;
  if new.state = 'in_force' and old.state = 'proposed'
     and not exists (select 1 from gov.approval where review_id = new.review_id and state = 'valid') then
    perform gov.refuse('no_approval', 'conditions come into force with the approval');
  end if;
  if new.state = 'accepted' and (old.state <> 'evidence_given' or new.accepted_by is null or new.accepted_by in (new.given_by, new.owner_id)) then
    perform gov.refuse('second_person', 'somebody other than the owner accepts the evidence');
  end if;
  return new;
end $$;

create function gov.guard_condition_set() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' and new.state <> 'proposed' then perform gov.refuse('condition_state', 'a condition set begins as a proposal'); end if;
  if tg_op = 'UPDATE' and (old.state <> 'proposed' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state'])) then
    perform gov.refuse('condition_fixed', 'a condition set is superseded, not edited');
  end if;
  return new;
end $$;

create function gov.guard_finding() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'open' then perform gov.refuse('finding_state', 'a finding begins open'); end if;
    return new;
  end if;
  if old.state = 'closed' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'answer', 'answered_by', 'answered_at', 'resolution', 'closed_by', 'closed_at']) then
    perform gov.refuse('finding_fixed', 'a finding is not edited');
  end if;
  if new.state = 'closed' and (new.closed_by is null or new.closed_by in (new.owner_id, coalesce(new.answered_by, ''))) then
    perform gov.refuse('second_person', 'somebody other than its owner closes a finding');
  end if;
  return new;
end $$;

create function gov.guard_fixed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform gov.refuse('fixed', tg_table_name || ' rows are not edited');
  return null;
end $$;

create function gov.guard_mark() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state']) or old.state <> 'valid' then
    perform gov.refuse('mark_fixed', 'a mark is superseded, not edited');
  end if;
  return new;
end $$;

create function gov.guard_token() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.state = 'revoked' or not gov.only_changes(to_jsonb(old), to_jsonb(new), array['state', 'generation', 'ended_at'])) then
    perform gov.refuse('token_fixed', 'a token is rotated or revoked, not edited');
  end if;
  return new;
end $$;
